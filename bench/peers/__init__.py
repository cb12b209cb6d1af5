"""The same form as other bots are mostly written: each as the documentation of its library shows."""
