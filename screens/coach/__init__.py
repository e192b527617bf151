"""The place of coaches: pages that are chosen, read and agreed to, and the answers to them."""

from screens.coach.place import Coach as Coach
