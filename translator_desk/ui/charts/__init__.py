"""Pictures of figures and dates, painted by ourselves."""
