"""The main job shown on real input without any account: `nhacviec demo`."""
