"""The encoder: onnxruntime only; text in, analysis out."""
