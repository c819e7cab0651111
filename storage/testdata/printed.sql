-- Every number part 10 of the package prints, by plain SQL: an oracle written from the
-- description of the indicators and from the tables alone, never from the evaluator.
-- The table y(park, year, own) is there already; own is the sheets before the documents.
--
-- A query gives rows (place, num, den, digits, words): the exact number num/den printed with so
-- many decimals at that place (digits NULL: written exactly), or, where words is not NULL,
-- the whole text of the place.

-- name: period
CREATE TEMP TABLE period AS
    SELECT park, year, own, year || '-01-01' AS first, year || '-12-31' AS last, CAST(CAST(year AS INTEGER) - 1 AS TEXT) AS prev,
           CAST(julianday(year || '-12-31') - julianday(year || '-01-01') + 1 AS INTEGER) AS days
    FROM y;

-- name: stay: residents with an agreement in force on at least one day of a year
CREATE TEMP TABLE stay AS
    WITH RECURSIVE n(year) AS (
        SELECT min(CAST(r.period AS INTEGER)) FROM resident_report r, period WHERE r.park_id = park AND length(r.period) = 4
        UNION ALL SELECT n.year + 1 FROM n, period WHERE n.year < CAST(period.year AS INTEGER)
    ),
    years(year) AS (SELECT CAST(year AS TEXT) FROM n UNION SELECT year FROM period UNION SELECT prev FROM period)
    SELECT DISTINCT c.resident, years.year, years.year IN (SELECT CAST(year AS TEXT) FROM n) AS recorded
    FROM contract c, period, years
    WHERE c.park_id = park AND c.kind = 'residency'
      AND c.valid_from <= years.year || '-12-31' AND coalesce(c.valid_to, '9999') >= years.year || '-01-01';

-- name: answer: one cell of a report, or a sum of cells: num; na when «не применимо» had a say; gap when not provided
CREATE TEMP TABLE answer AS
    WITH due AS (SELECT s.resident, s.year, r.* FROM stay s, period LEFT JOIN resident_report r ON r.park_id = park AND r.resident = s.resident AND r.period = s.year)
    SELECT 'headcount' AS term, resident, year, id AS record, headcount AS num, headcount_na AS na, id IS NULL OR (headcount IS NULL AND NOT headcount_na) AS gap FROM due
    UNION ALL SELECT 'revenue', resident, year, id, coalesce(revenue, 0), revenue_na, id IS NULL OR (revenue IS NULL AND NOT revenue_na) FROM due
    UNION ALL SELECT 'export', resident, year, id, coalesce(export, 0), export_na, id IS NULL OR (export IS NULL AND NOT export_na) FROM due
    UNION ALL SELECT 'innovative', resident, year, id, coalesce(innovative_revenue, 0), innovative_revenue_na, id IS NULL OR (innovative_revenue IS NULL AND NOT innovative_revenue_na) FROM due
    UNION ALL SELECT 'rd', resident, year, id, coalesce(rd_own, 0) + coalesce(rd_budget, 0) + coalesce(rd_other, 0), rd_own_na OR rd_budget_na OR rd_other_na,
        id IS NULL OR (rd_own IS NULL AND NOT rd_own_na) OR (rd_budget IS NULL AND NOT rd_budget_na) OR (rd_other IS NULL AND NOT rd_other_na) FROM due
    UNION ALL SELECT 'invested', resident, year, id, coalesce(capital, 0) + coalesce(equity, 0), capital_na OR equity_na,
        id IS NULL OR (capital IS NULL AND NOT capital_na) OR (equity IS NULL AND NOT equity_na) FROM due
    UNION ALL SELECT 'taxes', resident, year, id, coalesce(taxes_federal, 0) + coalesce(taxes_regional, 0) + coalesce(taxes_local, 0), taxes_federal_na OR taxes_regional_na OR taxes_local_na,
        id IS NULL OR (taxes_federal IS NULL AND NOT taxes_federal_na) OR (taxes_regional IS NULL AND NOT taxes_regional_na) OR (taxes_local IS NULL AND NOT taxes_local_na) FROM due
    UNION ALL SELECT 'payments', resident, year, id, coalesce(taxes_federal, 0) + coalesce(taxes_regional, 0) + coalesce(taxes_local, 0) + coalesce(customs, 0) + coalesce(contributions, 0),
        taxes_federal_na OR taxes_regional_na OR taxes_local_na OR customs_na OR contributions_na,
        id IS NULL OR (taxes_federal IS NULL AND NOT taxes_federal_na) OR (taxes_regional IS NULL AND NOT taxes_regional_na) OR (taxes_local IS NULL AND NOT taxes_local_na)
            OR (customs IS NULL AND NOT customs_na) OR (contributions IS NULL AND NOT contributions_na) FROM due;

-- name: asked: which sums over reports an indicator has; base: «не применимо» takes the resident out
CREATE TEMP TABLE asked(code, title, term, den, digits, base, span);
INSERT INTO asked VALUES
    ('S1.1', 'Затраты резидентов на НИОКР', 'rd', 100000, 1, 0, 'year'),
    ('S1.1', 'Среднесписочная численность резидентов', 'headcount', 1, 0, 1, 'year'),
    ('S1.2', 'Среднесписочная численность резидентов', 'headcount', 1, 0, 1, 'year'),
    ('S1.3', 'Среднесписочная численность резидентов', 'headcount', 1, 0, 1, 'year'),
    ('S1.5', 'Выручка резидентов от инновационной продукции', 'innovative', 100000, 1, 0, 'year'),
    ('S1.5', 'Выручка резидентов', 'revenue', 100000, 1, 0, 'year'),
    ('S2.1', 'Выручка резидентов', 'revenue', 100000, 1, 0, 'year'),
    ('S2.1', 'Среднесписочная численность резидентов', 'headcount', 1, 0, 1, 'year'),
    ('S2.2', 'Экспортная выручка резидентов', 'export', 100000, 1, 0, 'year'),
    ('S2.2', 'Выручка резидентов', 'revenue', 100000, 1, 0, 'year'),
    ('S2.3', 'Налоги, таможенные платежи и страховые взносы резидентов', 'payments', 100000, 1, 0, 'year'),
    ('S2.3', 'Среднесписочная численность резидентов', 'headcount', 1, 0, 1, 'year'),
    ('S2.4', 'Выручка резидентов', 'revenue', 100000, 1, 1, 'year'),
    ('S2.4', 'Выручка резидентов за предыдущий год', 'revenue', 100000, 1, 1, 'prev'),
    ('S2.5', 'Среднесписочная численность резидентов', 'headcount', 1, 0, 1, 'year'),
    ('S3.5', 'Налоги резидентов за все учтённые годы', 'taxes', 100000, 1, 0, 'every'),
    ('S4.1', 'Инвестиции резидентов в основной капитал и привлечённые в уставный капитал', 'invested', 100000, 1, 0, 'year'),
    ('S4.1', 'Среднесписочная численность резидентов', 'headcount', 1, 0, 1, 'year');

-- name: lease: area × days of the year, of the contracts of active residents
CREATE TEMP TABLE lease AS
    SELECT c.id, c.resident, r.innovative, c.area, c.number,
           CAST(min(julianday(coalesce(c.valid_to, last)), julianday(last)) - max(julianday(c.valid_from), julianday(first)) + 1 AS INTEGER) AS days,
           c.area * CAST(min(julianday(coalesce(c.valid_to, last)), julianday(last)) - max(julianday(c.valid_from), julianday(first)) + 1 AS INTEGER) AS num
    FROM contract c JOIN resident r ON r.id = c.resident, period
    WHERE c.park_id = park AND c.kind = 'lease' AND c.valid_from <= last AND coalesce(c.valid_to, last) >= first
      AND c.resident IN (SELECT resident FROM stay WHERE stay.year = period.year);

-- name: member: whom an indicator is about: in (i), lacking (l), out by «не применимо» (o), without a record that could be in (w); leases each by itself
CREATE TEMP TABLE member AS
    WITH about AS (
        SELECT a.code, s.resident, s.year, a.base, x.na, x.gap
        FROM asked a, period JOIN stay s ON s.year = CASE a.span WHEN 'every' THEN s.year ELSE period.year END AND (a.span <> 'every' OR s.recorded)
        LEFT JOIN answer x ON x.term = a.term AND x.resident = s.resident AND x.year = CASE a.span WHEN 'prev' THEN period.prev ELSE s.year END
        WHERE a.code <> 'S2.4' OR s.resident IN (SELECT resident FROM stay, period WHERE stay.year = period.prev)
    )
    SELECT code, resident, year, CASE WHEN max(base AND coalesce(na, 0)) THEN 'o' WHEN max(coalesce(gap, 1)) THEN 'l' ELSE 'i' END AS standing
    FROM about GROUP BY code, resident, year
    UNION ALL
    SELECT 'S3.2', s.resident, s.year, 'i' FROM period JOIN stay s ON s.year = period.year
    UNION ALL
    SELECT c.code, s.resident, s.year, CASE WHEN l.id IS NULL THEN 'w' WHEN l.num IS NULL OR c.code = 'S1.4' AND l.innovative IS NULL THEN 'l' ELSE 'i' END
    FROM (SELECT 'S1.4' AS code UNION SELECT 'S3.1') c, period JOIN stay s ON s.year = period.year
    LEFT JOIN lease l ON l.resident = s.resident AND (c.code = 'S3.1' OR coalesce(l.innovative, 1));

-- name: part: what each record adds to each sum
CREATE TEMP TABLE part AS
    SELECT a.code, a.title, a.digits, a.den, 'resident_report' AS type, x.record, x.resident, x.num, x.na, '' AS name
    FROM asked a, period JOIN member m ON m.code = a.code AND m.standing = 'i'
    JOIN answer x ON x.term = a.term AND x.resident = m.resident AND x.year = CASE a.span WHEN 'prev' THEN period.prev ELSE m.year END
    UNION ALL SELECT 'S1.2', 'РИД резидентов, зарегистрированные за год', 0, 1, 'ip_result', i.id, i.resident, 1, 0, i.title
    FROM ip_result i JOIN member m ON m.code = 'S1.2' AND m.standing = 'i' AND m.resident = i.resident, period WHERE granted BETWEEN first AND last
    UNION ALL SELECT 'S1.3', 'Патенты, выданные резидентам за год', 0, 1, 'ip_result', i.id, i.resident, 1, 0, i.title
    FROM ip_result i JOIN member m ON m.code = 'S1.3' AND m.standing = 'i' AND m.resident = i.resident, period
    WHERE granted BETWEEN first AND last AND kind IN ('invention', 'utility_model', 'design')
    UNION ALL SELECT 'S1.4', 'Площадь, сданная инновационным компаниям, × дни аренды', 1, 1000, 'contract', id, lease.resident, num, 0, ''
    FROM lease WHERE innovative AND num IS NOT NULL
    UNION ALL SELECT 'S2.5', 'Рабочие места, созданные резидентами за год', 0, 1, 'job', j.id, j.resident, j.count, 0, ''
    FROM job j JOIN member m ON m.code = 'S2.5' AND m.standing = 'i' AND m.resident = j.resident, period WHERE change = 'created' AND date BETWEEN first AND last
    UNION ALL SELECT 'S3.1', 'Сданная площадь × дни аренды', 1, 1000, 'contract', id, lease.resident, num, 0, ''
    FROM lease WHERE num IS NOT NULL
    UNION ALL SELECT 'S3.2', 'Резиденты, принятые за год', 0, 1, 'resident', r.id, r.id, 1, 0, coalesce(r.short_name, r.name)
    FROM resident r JOIN member m ON m.code = 'S3.2' AND m.resident = r.id, period
    WHERE (SELECT min(valid_from) FROM contract WHERE resident = r.id AND kind = 'residency') BETWEEN first AND last
    UNION ALL SELECT 'S1.4', 'Полезная площадь', 1, 1000, 'site_report', id, NULL, useful, useful_na, '' FROM site_report s, period WHERE s.park_id = park AND s.period = year
    UNION ALL SELECT 'S3.1', 'Сдаваемая площадь', 1, 1000, 'site_report', id, NULL, leasable, leasable_na, '' FROM site_report s, period WHERE s.park_id = park AND s.period = year
    UNION ALL SELECT 'S4.3', 'Свободная производственная площадь', 1, 1000, 'site_report', id, NULL, production_free, 0, '' FROM site_report s, period WHERE s.park_id = park AND s.period = year
    UNION ALL SELECT 'S4.3', 'Производственная площадь', 1, 1000, 'site_report', id, NULL, production, 0, '' FROM site_report s, period WHERE s.park_id = park AND s.period = year
    UNION ALL SELECT 'S4.3', 'Свободная электрическая мощность', 2, 1000, 'site_report', id, NULL, power_free, 0, '' FROM site_report s, period WHERE s.park_id = park AND s.period = year
    UNION ALL SELECT 'S4.3', 'Электрическая мощность', 2, 1000, 'site_report', id, NULL, power, 0, '' FROM site_report s, period WHERE s.park_id = park AND s.period = year
    UNION ALL SELECT 'S3.3', 'Виды услуг, оказанных за год хотя бы раз', 0, 1, 'service_report', id, NULL, 1, 0, '' FROM service_report s, period WHERE s.park_id = park AND s.period = year AND times > 0
    UNION ALL SELECT 'S3.3', 'Виды услуг в перечне', 0, 1, 'service', id, NULL, 1, 0, '' FROM service s, period WHERE s.park_id = park
    UNION ALL SELECT 'S3.4', 'Доходы УК без субсидий', 1, 100000, 'company_report', id, NULL, income_rent + income_services + income_other, 0, 'отчёт УК, ' || year || ' год'
    FROM company_report c, period WHERE c.park_id = park AND c.period = year
    UNION ALL SELECT 'S3.4', 'Расходы УК', 1, 100000, 'company_report', id, NULL, costs, 0, '' FROM company_report c, period WHERE c.park_id = park AND c.period = year
    UNION ALL SELECT 'S3.5', 'Налоги резидентов до первого учтённого года', 1, 100000, 'park', id, NULL, taxes_before, 0, '' FROM park, period WHERE id = park
    UNION ALL SELECT c.code, 'Бюджетные вложения в технопарк нарастающим итогом', 1, 100000, 'investment', id, NULL, amount, 0, purpose || ', ' || strftime('%d.%m.%Y', date)
    FROM investment i, period, (SELECT 'S3.5' AS code UNION SELECT 'S4.2') c WHERE i.park_id = park AND date <= last AND source IN ('federal', 'regional', 'municipal')
    UNION ALL SELECT 'S4.2', 'Внебюджетные вложения в технопарк нарастающим итогом', 1, 100000, 'investment', id, NULL, amount, 0, purpose || ', ' || strftime('%d.%m.%Y', date)
    FROM investment i, period WHERE i.park_id = park AND date <= last AND source NOT IN ('federal', 'regional', 'municipal')
    UNION ALL SELECT 'S5.1', 'Сведения, раскрытые на сайте', 0, 1, 'disclosure', id, NULL, 1, 0, '' FROM disclosure d, period WHERE d.park_id = park AND d.period = year AND met
    UNION ALL SELECT 'S5.1', 'Сведения в перечне', 0, 1, 'disclosure', id, NULL, 1, 0, '' FROM disclosure d, period WHERE d.park_id = park AND d.period = year
    UNION ALL SELECT 'S5.2', 'Публикации за год', 0, 1, 'publication', id, NULL, 1, 0, title FROM publication p, period WHERE p.park_id = park AND date BETWEEN first AND last
    UNION ALL SELECT 'S5.2', 'Мероприятия за год', 0, 1, 'event', id, NULL, 1, 0, title FROM event e, period WHERE e.park_id = park AND date BETWEEN first AND last
    UNION ALL SELECT 'S5.3', 'Практики, действующие на последний день года', 0, 1, 'practice', id, NULL, 1, 0, ''
    FROM practice p, period WHERE p.park_id = park AND status = 'yes' AND since <= last AND coalesce(until, '9999') >= last
    UNION ALL SELECT 'S5.3', 'Практики в перечне', 0, 1, 'practice', id, NULL, 1, 0, '' FROM practice p, period WHERE p.park_id = park;

-- name: total: the sums
CREATE TEMP TABLE total AS SELECT code, title, digits, den, sum(num) AS num, count(*) AS records FROM part GROUP BY code, title;

-- name: complete: what is in an indicator among what should be
CREATE TEMP TABLE complete AS
    SELECT code, sum(standing = 'i') AS n, sum(standing IN ('i', 'l')) AS m FROM member GROUP BY code
    UNION ALL SELECT 'S3.3', sum(NOT offered OR EXISTS (SELECT 1 FROM service_report r WHERE r.service = s.id AND r.period = year AND (times IS NOT NULL OR times_na))), 19 FROM service s, period WHERE s.park_id = park
    UNION ALL SELECT 'S3.4', (income_rent IS NOT NULL) + (income_services IS NOT NULL) + (income_other IS NOT NULL) + (costs IS NOT NULL), 4 FROM company_report c, period WHERE c.park_id = park AND c.period = year
    UNION ALL SELECT 'S4.2', count(amount), count(*) FROM investment i, period WHERE i.park_id = park AND date <= last
    UNION ALL SELECT 'S4.3', (production IS NOT NULL) + (production_free IS NOT NULL) + (power IS NOT NULL) + (power_free IS NOT NULL), 4 FROM site_report s, period WHERE s.park_id = park AND s.period = year
    UNION ALL SELECT 'S5.1', count(met), 12 FROM disclosure d, period WHERE d.park_id = park AND d.period = year
    UNION ALL SELECT 'S5.2', sum(records), sum(records) FROM total WHERE code = 'S5.2'
    UNION ALL SELECT 'S5.3', count(status), 10 FROM practice p, period WHERE p.park_id = park;

-- name: quotient: what is divided by what, and how many decimals the value has
CREATE TEMP TABLE quotient(code, upper, lower, times, per, digits);
INSERT INTO quotient SELECT code, upper, lower, times, per, digits FROM (
    SELECT 'S1.1' AS code, 'Затраты резидентов на НИОКР' AS upper, 'Среднесписочная численность резидентов' AS lower, 1 AS times, 1 AS per, 1 AS digits
    UNION ALL SELECT 'S1.2', 'РИД резидентов, зарегистрированные за год', 'Среднесписочная численность резидентов', 1, 1, 4
    UNION ALL SELECT 'S1.3', 'Патенты, выданные резидентам за год', 'Среднесписочная численность резидентов', 1, 1, 4
    UNION ALL SELECT 'S1.4', 'Площадь, сданная инновационным компаниям, × дни аренды', 'Полезная площадь', 100, days, 1 FROM period
    UNION ALL SELECT 'S1.5', 'Выручка резидентов от инновационной продукции', 'Выручка резидентов', 100, 1, 1
    UNION ALL SELECT 'S2.1', 'Выручка резидентов', 'Среднесписочная численность резидентов', 1, 1, 1
    UNION ALL SELECT 'S2.2', 'Экспортная выручка резидентов', 'Выручка резидентов', 100, 1, 1
    UNION ALL SELECT 'S2.3', 'Налоги, таможенные платежи и страховые взносы резидентов', 'Среднесписочная численность резидентов', 1, 1, 1
    UNION ALL SELECT 'S2.4', 'Выручка резидентов', 'Выручка резидентов за предыдущий год', 100, 1, 1
    UNION ALL SELECT 'S2.5', 'Рабочие места, созданные резидентами за год', 'Среднесписочная численность резидентов', 100, 1, 1
    UNION ALL SELECT 'S3.1', 'Сданная площадь × дни аренды', 'Сдаваемая площадь', 100, days, 1 FROM period
    UNION ALL SELECT 'S3.3', 'Виды услуг, оказанных за год хотя бы раз', 'Виды услуг в перечне', 100, 1, 1
    UNION ALL SELECT 'S3.4', 'Доходы УК без субсидий', 'Расходы УК', 100, 1, 1
    UNION ALL SELECT 'S4.1', 'Инвестиции резидентов в основной капитал и привлечённые в уставный капитал', 'Среднесписочная численность резидентов', 1, 1, 1
    UNION ALL SELECT 'S4.2', 'Внебюджетные вложения в технопарк нарастающим итогом', 'Бюджетные вложения в технопарк нарастающим итогом', 1, 1, 2
    UNION ALL SELECT 'S5.1', 'Сведения, раскрытые на сайте', 'Сведения в перечне', 100, 1, 1
    UNION ALL SELECT 'S5.3', 'Практики, действующие на последний день года', 'Практики в перечне', 100, 1, 1
);

-- name: value: the indicators
CREATE TEMP TABLE value AS
    SELECT q.code, u.num * q.times * l.den AS num, u.den * q.per * l.num AS den, q.digits
    FROM quotient q JOIN total u ON u.code = q.code AND u.title = q.upper JOIN total l ON l.code = q.code AND l.title = q.lower
    UNION ALL SELECT code, num, 1, 0 FROM total WHERE code = 'S3.2'
    UNION ALL SELECT 'S3.5', (SELECT sum(num) FROM total WHERE code = 'S3.5' AND title LIKE 'Налоги%'), (SELECT num FROM total WHERE code = 'S3.5' AND title LIKE 'Бюджетные%'), 2
    UNION ALL SELECT 'S4.3', 100 * (production_free * power + power_free * production), 2 * production * power, 1 FROM site_report s, period WHERE s.park_id = park AND s.period = year
    UNION ALL SELECT 'S5.2', sum(num), 12, 2 FROM total WHERE code = 'S5.2';

-- name: long: sums over residents with more records than are printed under them, and all sums beside them
CREATE TEMP TABLE long AS
    SELECT DISTINCT p.code, p.title, p.digits, p.den FROM part p
    WHERE p.resident IS NOT NULL AND p.code IN (SELECT code FROM part WHERE resident IS NOT NULL GROUP BY code, title HAVING count(*) > 12);

-- name: cell: what a resident adds to a long sum
CREATE TEMP TABLE cell AS
    WITH shown AS (SELECT DISTINCT substr(code, 1, 2) AS chapter, resident FROM member WHERE code IN (SELECT code FROM long)),
    stands AS (SELECT code, resident, sum(standing = 'i') AS i, sum(standing = 'l') AS l, sum(standing = 'o') AS o FROM member GROUP BY code, resident),
    added AS (SELECT code, title, resident, sum(num) AS num, count(*) AS records, max(na) AS na FROM part WHERE resident IS NOT NULL GROUP BY code, title, resident)
    SELECT long.code, long.title, long.digits, long.den, coalesce(nullif(r.short_name, ''), r.name) AS who, coalesce(a.num, 0) AS num, coalesce(a.records, 0) AS records, s.i, s.l,
        CASE WHEN s.i IS NULL THEN '×' WHEN s.i = 0 AND s.l > 0 THEN '—' WHEN s.i = 0 AND s.o > 0 OR a.na AND a.num = 0 THEN 'н/п' END AS words
    FROM long JOIN shown ON shown.chapter = substr(long.code, 1, 2) JOIN resident r ON r.id = shown.resident
    LEFT JOIN stands s ON s.code = long.code AND s.resident = r.id
    LEFT JOIN added a ON a.code = long.code AND a.title = long.title AND a.resident = r.id;

-- name: paper: the documents that go with the package, numbered, and the indicators they prove
CREATE TEMP TABLE paper AS
    SELECT id, title, number, date, pages, row_number() OVER (ORDER BY id) AS n, sum(pages) OVER (ORDER BY id) - pages + own + 1 AS first FROM document d, period
    WHERE d.park_id = park AND EXISTS (SELECT 1 FROM document_link l WHERE l.document = d.id AND (
        subject LIKE 'indicator/' || year || '/%'
        OR subject LIKE 'contract/%' -- of no year
        OR subject IN (SELECT 'resident_report/' || r.id FROM resident_report r WHERE r.period = year)));

-- name: proof
CREATE TEMP TABLE proof AS
    SELECT DISTINCT p.n, c.code FROM paper p JOIN document_link l ON l.document = p.id, period, (
        SELECT DISTINCT code, 'indicator/' || year || '/' || code AS subject FROM value, period
        UNION SELECT code, type || '/' || record FROM part) c
    WHERE c.subject = l.subject AND (l.subject NOT LIKE 'resident_report/%' OR l.subject IN (SELECT 'resident_report/' || r.id FROM resident_report r WHERE r.period = year));

-- query: values of the year
SELECT code || ' value', num, den, digits, NULL FROM value;

-- query: bounds: what is missing of these could only have added to the value
SELECT code || ' bound', NULL, NULL, NULL, CASE WHEN n < m AND code IN ('S1.4', 'S3.1', 'S3.3', 'S3.5', 'S5.1', 'S5.3') THEN 'не меньше' ELSE 'точно' END FROM complete;

-- query: completeness
SELECT code || ' in', n, 1, 0, NULL FROM complete
UNION ALL SELECT code || ' of', m, 1, 0, NULL FROM complete
UNION ALL SELECT code || ' percent', 100 * n, m, 1, NULL FROM complete;

-- query: sums and how many records make them
SELECT code || ' sum ' || title, num, den, digits, NULL FROM total
UNION ALL SELECT code || ' records ' || title, records, 1, 0, NULL FROM total;

-- query: numbers put into the formulas; 100, 12 and 2 are the method's own
SELECT code || ' calculation', num, den, NULL, NULL FROM total WHERE code <> 'S3.2'
UNION ALL SELECT code || ' calculation', num, den, digits, NULL FROM value
UNION ALL SELECT code || ' calculation', days, 1, 0, NULL FROM period, (SELECT 'S1.4' AS code UNION SELECT 'S3.1');

-- query: amounts of the records under their sums
SELECT p.code || ' part ' || p.title || '|' || p.name, p.num, p.den, p.digits, NULL FROM part p JOIN total t ON t.code = p.code AND t.title = p.title
WHERE p.type = 'investment' AND t.records BETWEEN 2 AND 12 OR p.title = 'Доходы УК без субсидий';

-- query: how such an amount came about
SELECT 'S3.4 how Доходы УК без субсидий|отчёт УК, ' || year || ' год', x.num, 100000, NULL, NULL FROM period JOIN (
    SELECT park_id, period, income_rent AS num FROM company_report UNION ALL SELECT park_id, period, income_services FROM company_report
    UNION ALL SELECT park_id, period, income_other FROM company_report UNION ALL SELECT park_id, period, income_rent + income_services + income_other FROM company_report) x
ON x.park_id = park AND x.period = year;

-- query: the breakdown
SELECT code || ' cell ' || title || '|' || who, num, den, digits, words FROM cell
UNION ALL SELECT code || ' inside', n, 1, 0, n || ' из' || char(160) || m FROM complete WHERE code IN (SELECT code FROM long)
UNION ALL SELECT code || ' total ' || title, total.num, total.den, total.digits, NULL FROM total JOIN long USING (code, title);

-- query: of how many records the amounts of the breakdown are made
SELECT code || ' cell Записей ' || title || '|' || who, records, 1, 0, CASE WHEN i + l > 1 THEN records || ' из' || char(160) || (i + l) WHEN coalesce(i, 0) = 0 THEN '—' END
FROM cell WHERE (code, title) IN (SELECT code, title FROM part GROUP BY code, title HAVING max(num <> 1) AND count(DISTINCT resident) < count(*))
UNION ALL SELECT code || ' total Записей ' || title, records, 1, 0, NULL FROM total JOIN long USING (code, title)
WHERE (code, title) IN (SELECT code, title FROM part GROUP BY code, title HAVING max(num <> 1) AND count(DISTINCT resident) < count(*));

-- query: areas and days of the leases
SELECT 'S3.1 cell Договоры|' || coalesce(nullif(r.short_name, ''), r.name), area, 1000, NULL, NULL FROM lease JOIN resident r ON r.id = lease.resident
UNION ALL SELECT 'S3.1 cell Договоры|' || coalesce(nullif(r.short_name, ''), r.name), days, 1, NULL, NULL FROM lease JOIN resident r ON r.id = lease.resident;

-- query: documents
SELECT code || ' documents', n, 1, 0, NULL FROM proof
UNION ALL SELECT code || ' document ' || n, NULL, NULL, NULL, 'Приложение' || char(160) || n || ' — ' || title || coalesce(' №' || char(160) || number, '')
    || coalesce(' от' || char(160) || strftime('%d.%m.%Y', date), '') || ' (лист' || CASE WHEN pages = 1 THEN char(160) || first ELSE 'ы' || char(160) || first || '–' || (first + pages - 1) END || ')'
FROM proof JOIN paper USING (n);

-- names: words of people, which may hold digits
SELECT name FROM resident UNION SELECT short_name FROM resident UNION SELECT title FROM ip_result UNION SELECT title FROM publication UNION SELECT title FROM event
UNION SELECT number FROM contract
UNION SELECT purpose || ', ' || strftime('%d.%m.%Y', date) FROM investment;
