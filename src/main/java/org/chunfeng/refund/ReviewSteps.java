package org.chunfeng.refund;

import static org.chunfeng.engine.Field.amount;
import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;
import static org.chunfeng.engine.Rule.requiredWhen;

import java.util.List;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.springframework.stereotype.Component;

/** The source department's four working days. */
@Component
class ReviewSteps {

    private static final List<Field> REVIEW = List.of(
            text("proposal"),
            amount("approvedAmount"),
            amount("interestAmount"),
            amount("arrearsAmount"),
            amount("offsetAmount"),
            flag("offsetConfirmed"),
            text("opinion"),
            text("returnedMaterials"),
            text("secondRequestReason"));

    private final ReviewRules review;
    private final PaperRules papers;
    private final FourEyes fourEyes;

    ReviewSteps(ReviewRules review, PaperRules papers, FourEyes fourEyes) {
        this.review = review;
        this.papers = papers;
        this.fourEyes = fourEyes;
    }

    List<StepRules> steps() {
        return List.of(
                new Step(
                        "reviewRefund",
                        REVIEW,
                        List.of(
                                required("proposal"),
                                oneOf("proposal", "APPROVE", "REFUSE", "RETURN"),
                                requiredWhen("proposal", "REFUSE", "opinion"),
                                review::approvalNamesAnAmount,
                                review::interestIsDue,
                                review::offsetIsDecided,
                                review::offsetIsLawful,
                                review::returnNamesPapersThatMayBeAskedFor,
                                review::anotherRequestHasReason),
                        List.of(review::proposeOffset)),
                new Step(
                        "collectPapers",
                        List.of(text("materialsPresent"), text("documents"), text("opinion")),
                        List.of(papers::papersAreOfTheCase, papers::documentsAreYours, papers::nothingIsMissing)),
                new Step(
                        "permitReturn",
                        List.of(flag("permitted"), text("opinion")),
                        List.of(required("permitted", "opinion"))),
                new Step(
                        "approveRefund",
                        List.of(text("approval"), text("opinion")),
                        List.of(
                                required("approval"),
                                oneOf("approval", "APPROVE", "SEND_BACK"),
                                requiredWhen("approval", "SEND_BACK", "opinion"),
                                fourEyes.otherThan("reviewRefund"),
                                fourEyes::accountingDoesNotApprove)));
    }
}
