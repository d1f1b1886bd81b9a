"""By what a figure can be broken down: the dimensions that several indicators share."""

OFFICES = ("office", "province")
TIME = ("year", "quarter", "month")
PERMITS = (*OFFICES, "permit_type", "group", *TIME)
FLOWS = (*PERMITS, "channel", "business_scale")
STAGES = (*PERMITS, "stage", "desk")
COMPLAINTS = (*OFFICES, "category", "channel", *TIME)
