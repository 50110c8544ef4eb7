-- Follow-ups remind when they are due. reminded_at: when those whom it concerns were told; null while that is to be done.

alter table follow_up add column reminded_at timestamptz;

-- What was due before there were reminders is long on everybody's list.
update follow_up set reminded_at = now() where status = 'open' and due_at <= now();

create index follow_up_to_remind on follow_up (due_at, id) where status = 'open' and reminded_at is null;

-- Put off or brought forward, it reminds anew, whoever moved it.
create function remind_anew() returns trigger language plpgsql as $$
begin
    new.reminded_at := null;
    return new;
end $$;
create trigger follow_up_moved before update on follow_up
    for each row when (new.due_at is distinct from old.due_at) execute function remind_anew();
