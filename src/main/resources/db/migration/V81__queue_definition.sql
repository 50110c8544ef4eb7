-- How a queue works at the PBX, which is told of it. What is here first is what the PBX's own files have for its first queues.

alter table queue
    add column strategy text not null default 'rrmemory' check (strategy in
        ('ringall', 'rrmemory', 'leastrecent', 'fewestcalls', 'random', 'linear', 'wrandom')),
    add column ring_seconds integer not null default 15 check (ring_seconds between 5 and 300),
    add column pause_seconds integer not null default 1 check (pause_seconds between 1 and 60),
    add column max_waiting integer not null default 0 check (max_waiting between 0 and 10000),
    add column weight integer not null default 0 check (weight between 0 and 100),
    add column announce_seconds integer not null default 0
        check (announce_seconds = 0 or announce_seconds between 15 and 3600),
    add column longest_wait_seconds integer not null default 300 check (longest_wait_seconds between 5 and 86400),
    add column overflow_queue text references queue (name) on delete set null check (overflow_queue <> name),
    add column overflow_number text check (overflow_number ~ '^\+[0-9]{3,19}$'),
    add constraint queue_overflows_once check (overflow_queue is null or overflow_number is null);

update queue set strategy = 'leastrecent' where name = 'sales';
update queue set strategy = 'ringall' where name = 'urgent';

-- Members of a higher level are rung while nobody of a lower one is free.
alter table queue_member add column level smallint not null default 0 check (level between 0 and 9);
