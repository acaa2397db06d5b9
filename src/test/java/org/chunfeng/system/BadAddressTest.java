package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.chunfeng.ChunfengTest;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever somebody types into an address is answered by a sentence, never by a failure of ours. */
@ChunfengTest
class BadAddressTest {

    @Autowired
    private TestPeople people;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports?person=%00",
                "/reports?from=+999999999-12-31",
                "/reports/breaches?page=2147483647",
                "/reports/cases?figure=received&value=%00",
                "/reports/cases?page=-2147483648",
                "/reports/cases?page=99999999999",
                "/reports/months/+999999999-12",
                "/reports/months/-999999999-01",
                "/reports/months/+999999999-12.xlsx",
                "/reports/months/2024-01?edition=abc",
                "/reports/months/2024-01?with=%2B999999999-12.1",
                "/reports/months?bureau=%00",
                "/reports/models/%E2%98%83",
                "/reports/models/refund/cases?step=sourceReview&bureau=%00",
                "/reports/models/refund/cases?step=sourceReview&page=2147483647",
                "/reports/supervision?kind=NONSENSE",
                "/reports/supervision?bureau=%00",
                "/reports/supervision?page=2147483647",
                "/overpayments?text=%00",
                "/overpayments?page=2147483647",
                "/overpayments?importId=99999999999999999999",
                "/overpayments/report?month=%2B999999999-12",
                "/overpayments/report.csv?month=%2B999999999-12",
                "/watchlist?bureau=%00",
                "/watchlist/monthly?month=%2B999999999-12",
                "/watchlist/monthly.csv?month=-999999999-01",
                "/cases?text=%00",
                "/cases?page=2147483647",
                "/imports/99999999999999999999",
                "/imports/1?outcome=NONSENSE",
                "/notices/99999999999999999999",
                "/calendar?year=99999999999",
                "/clocks/99999999999999999999",
                "/api/requests/%25",
                "/api/materials?kind=REFUND&matter=%00",
                "/api/notices?caseNumber=%00",
                "/api/clocks/99999999999999999999/explanation",
                "/api/overpayments?size=-1&text=%00",
                "/api/overpayments/numbers?bureau=%00",
                "/camunda/api/engine/engine/default/task?assignee=%00",
                "/camunda/api/engine/engine/default/task?firstResult=-1",
                "/camunda/api/engine/engine/default/task?maxResults=-1"
            })
    void aSillyAddressIsNoFailure(String address) {
        Visitor reader = people.signedIn("alxa.levyAdmin");

        var answer = address.contains("/api/") ? reader.get(address) : reader.page(address);

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception", "at org.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/overpayments/classifications | {'caseNumbers':['O-1'],'values':{}}",
                "/api/checks/opsTicket/ticketReported | {'values':{'relatedCase':'T-1'}}",
                "/api/checks/refund/reviewRefund | {'taskId':'1'}",
                "/api/refunds                    | {'requestId':'1'}",
                "/api/deregistrations            | {'requestId':'1'}",
                "/engine-rest/message            | {'messageName':'1'}",
                "/engine-rest/task/count         | {'assignee':'1'}"
            })
    void aCharacterThatNoTextMayHaveIsNoFailure(String address, String sent) {
        Visitor clerk = people.withPassword("alxa.taxSource");
        String unreadable = sent.replace('\'', '"').replace("1\"", "1\\u0000\"");

        var answer = clerk.post(address, unreadable);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception", "at org.");
    }
}
