-- The ready-made task lists are read from these alone: who may take a task, and what is due when in a bureau.
create index act_chunfeng_candidate on public.act_ru_identitylink (tenant_id_, group_id_, task_id_) where type_ = 'candidate';
create index act_chunfeng_task on public.act_ru_task (tenant_id_, due_date_, id_) include (assignee_, priority_);
