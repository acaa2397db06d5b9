package org.chunfeng.refund;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much there is of everything in one county, in the engine's tables and in ours. Two equal ones, before and after,
 * prove that nothing was written in between.
 */
record CountyBooks(
        long cases,
        long events,
        long papers,
        long clocks,
        long notices,
        long slips,
        long tasks,
        long steps,
        long done) {

    private static final String COUNTS = """
            select (select count(*) from case_file where bureau = :bureau) as cases,
                   (select count(*) from case_event join case_file using (case_number) where bureau = :bureau) as events,
                   (select count(*) from material join case_file using (case_number) where bureau = :bureau) as papers,
                   (select count(*) from clock where bureau = :bureau) as clocks,
                   (select count(*) from notice where bureau = :bureau) as notices,
                   (select count(*) from slip join case_file using (case_number) where bureau = :bureau) as slips,
                   (select count(*) from act_ru_task where tenant_id_ = :bureau) as tasks,
                   (select count(*) from act_ru_execution where tenant_id_ = :bureau) as steps,
                   (select count(*) from act_hi_taskinst where tenant_id_ = :bureau and end_time_ is not null) as done
            """;

    static CountyBooks of(JdbcClient jdbc, String bureau) {
        return jdbc.sql(COUNTS).param("bureau", bureau).query(CountyBooks.class).single();
    }
}
