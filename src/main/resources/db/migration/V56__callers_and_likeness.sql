-- Who of the customer's contacts was on the telephone; null where nobody said.
alter table call_customer add column contact_id uuid;

-- The e-mail addresses of a customer's contacts, in lower case: indexed, so that customers who share one are found whoever
-- writes them.
create function customer_emails(contacts text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct lower(btrim(contact ->> 'email'))), '{}')
    from jsonb_array_elements(contacts::jsonb) contact
    where contact ->> 'email' is not null
$$;
create index customer_email on customer using gin (customer_emails(contacts));
