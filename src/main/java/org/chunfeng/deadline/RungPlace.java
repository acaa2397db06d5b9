package org.chunfeng.deadline;

/**
 * Where a rung stands.
 *
 * @param amount working days or percent; without meaning for WARNING and DUE
 */
public record RungPlace(Point point, int amount) {}
