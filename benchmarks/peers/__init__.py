"""The peers: the same report by other means, each the size a competent colleague would make it."""
