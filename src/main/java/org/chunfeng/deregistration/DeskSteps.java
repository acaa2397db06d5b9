package org.chunfeng.deregistration;

import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.atMost;
import static org.chunfeng.engine.Rule.required;

import java.util.List;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;

/** What is written beside the process, by the same rules as in it; none of these is an entrance of the model. */
final class DeskSteps {

    static final String NOTICE = "simplifiedNotice";
    static final String TOLD = "simplifiedNoticeTold";
    static final String REFERRAL = "watchReferral";

    private DeskSteps() {}

    static List<StepRules> steps() {
        return List.of(
                new Step(
                        NOTICE,
                        List.of(
                                text("announcementNo"),
                                text("taxpayerId"),
                                text("taxpayerName"),
                                date("announcedOn"),
                                text("openItemsFound")),
                        List.of(
                                required("announcementNo", "taxpayerId", "taxpayerName", "announcedOn"),
                                atMost(60, "announcementNo", "taxpayerId"),
                                atMost(300, "taxpayerName"))),
                new Step(TOLD, List.of(text("toldHow")), List.of(required("toldHow"), atMost(300, "toldHow"))),
                new Step(REFERRAL, List.of(text("referralOpinion")), List.of(required("referralOpinion"))));
    }
}
