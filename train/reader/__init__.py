"""Trains the network behind `models/en/`: tags, trees and names of English sentences."""
