package org.chunfeng;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts open clocks of cases (a LIKE pattern) whose timers or tasks in the engine carry another date than they do. */
public final class ClockAgreement {

    private static final String TIMERS = """
            select count(*) from clock
            left join (act_ru_job job join act_ru_jobdef def on def.id_ = job.job_def_id_)
                on job.process_instance_id_ = process_instance and def.act_id_ = step || '%s'
            where stopped_at is null and case_number like ?
                and (job.duedate_ at time zone 'Asia/Shanghai') is distinct from date_trunc('milliseconds', %s)
            """;

    private static final String TASKS = """
            select count(*) from act_ru_task task
            join clock on process_instance = task.proc_inst_id_ and step in ('sourceReview', 'accounting')
            where stopped_at is null and case_number like ? and task_def_key_ in ('reviewRefund', 'approveRefund', 'issueSlip', 'checkSlip')
                and (task.due_date_ at time zone 'Asia/Shanghai') is distinct from due_at
            """;

    private ClockAgreement() {}

    public static int disagreeing(JdbcClient sql, String cases) {
        return count(sql, TIMERS.formatted("Overdue", "due_at"), cases)
                + count(sql, TIMERS.formatted("Warning", "warn_at"), cases)
                + count(sql, TASKS, cases);
    }

    private static int count(JdbcClient sql, String query, String cases) {
        return sql.sql(query).param(cases).query(Integer.class).single();
    }
}
