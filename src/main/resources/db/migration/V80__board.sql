-- What the live board holds a queue to, and when it raises an alarm; null for no alarm.

alter table queue
    add column service_level_seconds integer not null default 20 check (service_level_seconds between 1 and 3600),
    add column service_level_target integer not null default 80 check (service_level_target between 1 and 100),
    add column alarm_waiting integer check (alarm_waiting between 0 and 1000),
    add column alarm_longest_wait_seconds integer check (alarm_longest_wait_seconds between 1 and 3600),
    add column alarm_service_level boolean not null default false;
