"""The only part of sayso that touches the network: pages and feeds by their address, politely and safely."""
