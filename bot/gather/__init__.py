"""What both doors need: values gathered from memory (`bot.db`) and weighed by what we know (`bot.core`)."""
