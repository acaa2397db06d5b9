package org.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chunfeng.casefile.Bureau;
import org.junit.jupiter.api.Test;

class DemoStaffTest {

    private final List<Bureau> bureaus =
            List.of(new Bureau("alxa", "盟局", "152900", null), new Bureau("zuoqi", "左旗", "152921", "alxa"));

    private final List<DemoPerson> people = DemoStaff.of(bureaus);

    @Test
    void aCountyPersonSeesTheCounty() {
        assertThat(person("zuoqi.hallIntake").bureaus()).containsExactly("zuoqi");
    }

    @Test
    void aPrefecturePersonSeesAllBureaus() {
        assertThat(person("alxa.audit").bureaus()).containsExactly("alxa", "zuoqi");
    }

    @Test
    void everyDepartmentHasASecondPersonForFourEyes() {
        assertThat(person("zuoqi.taxSource2").group()).isEqualTo("taxSource");
        assertThat(person("zuoqi.taxSource2").name())
                .isNotEqualTo(person("zuoqi.taxSource").name());
    }

    @Test
    void nobodySharesANameOrAnAddress() {
        assertThat(people).extracting(DemoPerson::name).doesNotHaveDuplicates();
        assertThat(people).extracting(DemoPerson::email).doesNotHaveDuplicates();
    }

    private DemoPerson person(String id) {
        return people.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
