package org.chunfeng.deadline;

import java.util.List;

/**
 * How many open clocks were looked at after a calendar change, and what became of them.
 *
 * @param provisional those that still lack a calendar year
 */
public record ReviewReport(int examined, int moved, int unchanged, int provisional) {

    static final ReviewReport NOTHING = new ReviewReport(0, 0, 0, 0);

    static ReviewReport of(List<Review> reviews) {
        int moved = (int) reviews.stream().filter(Review::dueMoved).count();
        int provisional = (int) reviews.stream()
                .filter(review -> review.reckoning().isProvisional())
                .count();
        return new ReviewReport(reviews.size(), moved, reviews.size() - moved, provisional);
    }

    ReviewReport plus(ReviewReport other) {
        return new ReviewReport(
                examined + other.examined,
                moved + other.moved,
                unchanged + other.unchanged,
                provisional + other.provisional);
    }
}
