/** One step of the database's schema; never changed once released. */
export interface SchemaStep {
  readonly number: number;
  /**
   * The oldest number that a bot must know to work beside this step. A change that older bots can't work with takes two
   * releases, the first of which knows both forms.
   */
  readonly needs: number;
  readonly sql: string;
}

/** What each table is for is in docs/scaling.md. Moments are epoch ms. */
export const schemaSteps: readonly SchemaStep[] = [
  {
    number: 1,
    needs: 1,
    sql: `
      create table mappings (
        id text primary key,
        version bigint not null,
        schema integer not null,
        hostname text collate "C" not null,
        app text not null,
        channel text not null,
        stage text not null,
        requested_at bigint not null,
        next_check_at bigint,
        dns_at bigint,
        ssl_at bigint,
        http_at bigint,
        lane text,
        undeliverable text[] not null default '{}',
        summary json not null,
        judgement json,
        document json not null
      ) with (fillfactor = 85, toast_tuple_target = 128);
      -- Only the document leaves the row, which each check rewrites.
      alter table mappings alter id set storage plain, alter hostname set storage plain, alter app set storage plain,
        alter channel set storage plain, alter stage set storage plain, alter lane set storage plain,
        alter undeliverable set storage main, alter summary set storage main, alter judgement set storage main;
      create unique index mappings_live on mappings (hostname) where stage <> 'removed';
      create index mappings_by_hostname on mappings (hostname, requested_at);
      create index mappings_by_app on mappings (app, hostname) where stage <> 'removed';
      create index mappings_by_channel on mappings (channel) where stage <> 'removed';
      create index mappings_by_stage on mappings (stage, hostname);
      create index mappings_undeliverable on mappings (id) where undeliverable <> '{}';

      create table observations (
        mapping text primary key references mappings on delete cascade,
        document json not null
      );

      create unlogged table checks (
        mapping text primary key,
        schema integer not null,
        app text not null,
        lane text not null,
        due_at bigint not null,
        work_at bigint not null,
        work bigint not null,
        tried boolean not null default false,
        token text,
        holder text
      );
      create index checks_due on checks (lane, app, due_at);
      create index checks_held on checks (holder) where holder is not null;
      create unlogged table checks_filled (at bigint not null);

      create table deliveries (
        mapping text primary key references mappings on delete cascade,
        schema integer not null,
        channel text not null,
        due_at bigint not null,
        work_at bigint not null,
        work text not null,
        lane text not null,
        tried boolean not null default false,
        pending integer not null,
        pending_since bigint,
        token text,
        holder text
      );
      create index deliveries_due on deliveries (channel, due_at);
      create index deliveries_held on deliveries (holder) where holder is not null;

      create table channels (channel text primary key, holder text not null, until bigint not null);
      create table duties (name text primary key, holder text not null);
      create table replicas (id text primary key, seen_at timestamptz not null);

      create table documents (
        kind text not null,
        key text not null,
        schema integer not null,
        version bigint not null,
        content json not null,
        primary key (kind, key)
      );
      create table journals (
        id bigint generated always as identity primary key,
        journal text not null,
        content json not null
      );
      create index journals_by_name on journals (journal, id);
    `,
  },
  {
    number: 2,
    needs: 1,
    // Searches by a part of the hostname; without the extension they read the whole index.
    sql: `
      do $$ begin
        create extension if not exists pg_trgm;
        create index mappings_by_text on mappings using gin (hostname gin_trgm_ops);
      exception when others then
        raise notice 'pg_trgm is not available: %', sqlerrm;
      end $$;
    `,
  },
  {
    number: 3,
    needs: 3,
    // Before the first release, so in one step. A row of `mappings` without anything out of line is rewritten by a check
    // without a lock record, and lists don't count what the table of counts knows.
    sql: `
      create table records (
        mapping text primary key references mappings on delete cascade,
        document json not null,
        links json,
        observation json not null
      ) with (toast_tuple_target = 128);
      alter table records alter mapping set storage plain, alter links set storage main;
      insert into records (mapping, document, observation)
        select m.id, m.document, o.document from mappings m join observations o on o.mapping = m.id;
      drop table observations;
      alter table mappings drop column document, reset (toast_tuple_target);

      drop index checks_held;
      create index checks_held on checks (lane, app) where holder is not null;

      create table counts (app text not null, stage text not null, mappings bigint not null);
      insert into counts select app, stage, count(*) from mappings group by app, stage;
      create function count_mappings() returns trigger language plpgsql as $$ begin
        if tg_op = 'INSERT' then
          insert into counts select app, stage, count(*) from added group by app, stage;
        elsif tg_op = 'DELETE' then
          insert into counts select app, stage, -count(*) from gone group by app, stage;
        else
          insert into counts values (old.app, old.stage, -1), (new.app, new.stage, 1);
        end if;
        return null;
      end $$;
      create trigger mappings_added after insert on mappings referencing new table as added
        for each statement execute function count_mappings();
      create trigger mappings_gone after delete on mappings referencing old table as gone
        for each statement execute function count_mappings();
      create trigger mappings_moved after update of app, stage on mappings for each row
        when (old.app <> new.app or old.stage <> new.stage) execute function count_mappings();
    `,
  },
  {
    number: 4,
    needs: 3,
    // Earlier summaries don't say what people read in place of the stage: decided from the links, as the bot does. They
    // are searched as texts, because the database reads no JSON with a NUL in it.
    sql: String.raw`
      update mappings m set summary = ('{"setback":"' || found.setback || '",' || substr(m.summary::text, 2))::json
      from (
        select r.mapping, case
          when o.stage = 'adding' and t.links ~ '"alias":\{[^{}]*"state":"refused"' then 'refused'
          when o.stage = 'checking-ssl-cert' and t.links ~ '"dns":\{"state":"propagated"'
            and t.links ~ '"ssl":\{"state":"(valid|expiring)"' and t.links ~ '"site":\{"state":"unrouted"' then 'unrouted'
          when o.stage <> 'done' then null
          when t.links ~ '"dns":\{"state":"wrong"' then 'drifted'
          when t.links !~ '"ssl":\{"state":"(valid|expiring)"' then 'unserved'
          when t.links ~ '"site":\{"state":"unrouted"' then 'unrouted'
        end as setback
        from records r join mappings o on o.id = r.mapping cross join lateral (select r.links::text as links) t
        where o.stage in ('adding', 'checking-ssl-cert', 'done') and r.links is not null
      ) found
      where found.mapping = m.id and found.setback is not null
        and m.summary::text like '{"%' and m.summary::text not like '%"setback":"%';
    `,
  },
];
