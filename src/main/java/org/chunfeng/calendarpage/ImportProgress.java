package org.chunfeng.calendarpage;

import java.util.List;
import org.chunfeng.deadline.CalendarReview;
import org.chunfeng.deadline.MovedPlace;
import org.chunfeng.deadline.ReviewReport;

/**
 * How far the recomputation after one signature has come.
 *
 * @param percent of the clocks that were open when it was signed
 * @param places where due dates were moved, most first; empty until it is finished
 */
record ImportProgress(
        long version, boolean finished, int percent, int waiting, ReviewReport report, List<MovedPlace> places) {

    static ImportProgress of(CalendarReview review, long version) {
        CalendarReview.Progress progress = review.progress(version);
        int all = progress.done().examined() + progress.waiting();
        boolean finished = progress.waiting() == 0;
        return new ImportProgress(
                version,
                finished,
                finished ? 100 : (int) (100L * progress.done().examined() / all),
                progress.waiting(),
                progress.done(),
                finished ? review.places(version) : List.of());
    }
}
