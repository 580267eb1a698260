"""Documents as entities of FollowTheMoney."""
