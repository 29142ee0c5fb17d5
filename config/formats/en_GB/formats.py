"""Times of day as the timetables of schools have them: 13:20, where Django writes 1:20 p.m."""

TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j M Y, H:i"
