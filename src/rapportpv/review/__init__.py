"""An edited .docx read back: proofread, refreshed."""
