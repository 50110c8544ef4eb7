-- Numbers that were ours: the PBX is told that they lead nowhere, also when it could not be reached as they went.

create table did_gone (
    number text primary key
);

create function did_goes() returns trigger language plpgsql as $$
begin
    insert into did_gone (number) values (old.number) on conflict do nothing;
    return old;
end $$;
create trigger did_goes after delete on did for each row execute function did_goes();
