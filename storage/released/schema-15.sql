-- # trigger content_stays content
CREATE TRIGGER content_stays BEFORE UPDATE ON content
BEGIN
    SELECT RAISE(ABORT, 'a content never changes');
END

-- # trigger journal_keeps_entries journal
CREATE TRIGGER journal_keeps_entries BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END

-- # trigger journal_keeps_words journal
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END

-- # table change change
CREATE TABLE change (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    what  TEXT NOT NULL CHECK (what <> ''), -- a sentence for the menu
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'kept')) -- dropped: undone, then overtaken; kept: what the file began with
) STRICT

-- # table company company
CREATE TABLE company ( -- Управляющие компании
    id            INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    name          TEXT NOT NULL CHECK (name <> ''), -- Полное наименование
    short_name    TEXT CHECK (short_name <> ''), -- Краткое наименование
    ownership     TEXT CHECK (ownership <> ''), -- Форма собственности; state, municipal, private, mixed
    inn           TEXT CHECK (inn <> ''), -- ИНН
    kpp           TEXT CHECK (kpp <> ''), -- КПП
    ogrn          TEXT CHECK (ogrn <> ''), -- ОГРН
    okpo          TEXT CHECK (okpo <> ''), -- ОКПО
    legal_address TEXT CHECK (legal_address <> ''), -- Юридический адрес
    phone         TEXT CHECK (phone <> ''), -- Телефон
    email         TEXT CHECK (email <> ''), -- Электронная почта
    head_person   INTEGER REFERENCES person (id) ON DELETE RESTRICT, -- Руководитель
    accountant    INTEGER REFERENCES person (id) ON DELETE RESTRICT, -- Главный бухгалтер
    performer     INTEGER REFERENCES person (id) ON DELETE RESTRICT, -- Исполнитель
    contact       INTEGER REFERENCES person (id) ON DELETE RESTRICT, -- Контактное лицо
    created       TEXT NOT NULL, -- UTC, RFC 3339
    changed       TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table company_report company_report
CREATE TABLE company_report ( -- Отчёты УК
    id                  INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id             INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period              TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    income_rent         INTEGER CHECK (income_rent >= 0), -- Доходы от аренды; kopecks
    income_rent_na      INTEGER NOT NULL DEFAULT 0 CHECK (income_rent_na IN (0, 1) AND NOT (income_rent_na = 1 AND income_rent IS NOT NULL)),
    income_services     INTEGER CHECK (income_services >= 0), -- Доходы от услуг; kopecks
    income_services_na  INTEGER NOT NULL DEFAULT 0 CHECK (income_services_na IN (0, 1) AND NOT (income_services_na = 1 AND income_services IS NOT NULL)),
    income_subsidies    INTEGER CHECK (income_subsidies >= 0), -- Субсидии; kopecks
    income_subsidies_na INTEGER NOT NULL DEFAULT 0 CHECK (income_subsidies_na IN (0, 1) AND NOT (income_subsidies_na = 1 AND income_subsidies IS NOT NULL)),
    income_other        INTEGER CHECK (income_other >= 0), -- Прочие доходы; kopecks
    income_other_na     INTEGER NOT NULL DEFAULT 0 CHECK (income_other_na IN (0, 1) AND NOT (income_other_na = 1 AND income_other IS NOT NULL)),
    costs               INTEGER CHECK (costs >= 0), -- Расходы; kopecks
    costs_na            INTEGER NOT NULL DEFAULT 0 CHECK (costs_na IN (0, 1) AND NOT (costs_na = 1 AND costs IS NOT NULL)),
    profit              INTEGER, -- Прибыль (убыток); kopecks
    profit_na           INTEGER NOT NULL DEFAULT 0 CHECK (profit_na IN (0, 1) AND NOT (profit_na = 1 AND profit IS NOT NULL)),
    taxes               INTEGER CHECK (taxes >= 0), -- Уплаченные налоги; kopecks
    taxes_na            INTEGER NOT NULL DEFAULT 0 CHECK (taxes_na IN (0, 1) AND NOT (taxes_na = 1 AND taxes IS NOT NULL)),
    headcount           INTEGER CHECK (headcount >= 0), -- Среднесписочная численность; чел.
    headcount_na        INTEGER NOT NULL DEFAULT 0 CHECK (headcount_na IN (0, 1) AND NOT (headcount_na = 1 AND headcount IS NOT NULL)),
    pay                 INTEGER CHECK (pay >= 0), -- Средняя зарплата; kopecks (руб. в мес.)
    pay_na              INTEGER NOT NULL DEFAULT 0 CHECK (pay_na IN (0, 1) AND NOT (pay_na = 1 AND pay IS NOT NULL)),
    created             TEXT NOT NULL, -- UTC, RFC 3339
    changed             TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, period)
) STRICT

-- # table content content
CREATE TABLE content ( -- files and frozen data, once for equal bytes
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), -- of data, hexadecimal
    size   INTEGER NOT NULL CHECK (size = length(data)), -- bytes
    data   BLOB NOT NULL
) STRICT

-- # table contract contract
CREATE TABLE contract ( -- Договоры
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id    INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    resident   INTEGER NOT NULL REFERENCES resident (id) ON DELETE RESTRICT, -- Резидент
    number     TEXT CHECK (number <> ''), -- Номер
    signed     TEXT CHECK (signed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Подписан; YYYY-MM-DD
    kind       TEXT CHECK (kind <> ''), -- Вид; residency, lease, service
    valid_from TEXT CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Действует с; YYYY-MM-DD
    valid_to   TEXT CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Действует по; YYYY-MM-DD
    outcome    TEXT CHECK (outcome <> ''), -- Чем завершён; expired, graduated, terminated
    area       INTEGER CHECK (area >= 0), -- Площадь; thousandths of m²
    rate       INTEGER CHECK (rate >= 0), -- Ставка; kopecks (руб./м² в мес.)
    created    TEXT NOT NULL, -- UTC, RFC 3339
    changed    TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table contract_rooms contract_rooms
CREATE TABLE contract_rooms ( -- Договор: помещения
    contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE RESTRICT,
    PRIMARY KEY (contract_id, room_id)
) STRICT, WITHOUT ROWID

-- # table deadline deadline
CREATE TABLE deadline ( -- Сроки сдачи
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period  TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    due     TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Сдать до; YYYY-MM-DD
    taker   TEXT CHECK (taker <> ''), -- Куда сдаётся
    remark  TEXT CHECK (remark <> ''), -- Примечание
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, period)
) STRICT

-- # table disclosure disclosure
CREATE TABLE disclosure ( -- Открытость
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period  TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    item    TEXT NOT NULL CHECK (item <> ''), -- Сведения; site_ru, site_en, residents, vacancies, …
    met     INTEGER CHECK (met IN (0, 1)), -- Раскрыто; 1 yes, 0 no
    checked TEXT CHECK (checked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Проверено; YYYY-MM-DD
    link    TEXT CHECK (link <> ''), -- Ссылка
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, period, item)
) STRICT

-- # table distinction distinction
CREATE TABLE distinction ( -- Отметки о разных записях
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    one     TEXT NOT NULL CHECK (one <> ''), -- Запись; type/id
    other   TEXT NOT NULL CHECK (other <> ''), -- Другая запись; type/id
    author  TEXT CHECK (author <> ''), -- Кто отметил
    date    TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    note    TEXT CHECK (note <> ''), -- Почему разные
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, one, other)
) STRICT

-- # table document document
CREATE TABLE document ( -- Документы
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id   INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    title     TEXT NOT NULL CHECK (title <> ''), -- Название
    kind      TEXT CHECK (kind <> ''), -- Вид; contract, statement, tax, statistics, patent, registry, certificate, order, act, letter, photo, other
    number    TEXT CHECK (number <> ''), -- Номер
    date      TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    note      TEXT CHECK (note <> ''), -- Примечание
    file_name TEXT CHECK (file_name <> ''), -- Имя файла
    format    TEXT CHECK (format <> ''), -- Формат; pdf, png, jpeg, tiff, office
    pages     INTEGER CHECK (pages >= 0), -- Страниц
    size      INTEGER CHECK (size >= 0), -- Размер; bytes
    sha256    TEXT CHECK (sha256 <> ''), -- SHA-256; of a row of content
    created   TEXT NOT NULL, -- UTC, RFC 3339
    changed   TEXT NOT NULL -- UTC, RFC 3339
, apart TEXT CHECK (apart <> '')) STRICT

-- # table document_link document_link
CREATE TABLE document_link ( -- Что подтверждают документы
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id  INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT, -- Документ
    subject  TEXT NOT NULL CHECK (subject <> ''), -- Что подтверждает; type/id or indicator/code
    created  TEXT NOT NULL, -- UTC, RFC 3339
    changed  TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, document, subject)
) STRICT

-- # table event event
CREATE TABLE event ( -- Мероприятия
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id      INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    kind         TEXT CHECK (kind <> ''), -- Вид; exhibition, conference, training, accelerator
    title        TEXT NOT NULL CHECK (title <> ''), -- Название
    date         TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    participants INTEGER CHECK (participants >= 0), -- Участников; чел.
    created      TEXT NOT NULL, -- UTC, RFC 3339
    changed      TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table explanation explanation
CREATE TABLE explanation ( -- Пояснения
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period  TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    rule    TEXT NOT NULL CHECK (rule <> ''), -- Правило
    place   TEXT NOT NULL CHECK (place <> ''), -- Место; type/id/field/case
    about   TEXT CHECK (about <> ''), -- Запись
    finding TEXT CHECK (finding <> ''), -- Замечание
    basis   TEXT CHECK (basis <> ''), -- Для каких цифр
    text    TEXT NOT NULL CHECK (text <> ''), -- Пояснение
    author  TEXT CHECK (author <> ''), -- Кто пояснил
    date    TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, period, rule, place)
) STRICT

-- # table goose_db_version goose_db_version
CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	)

-- # table investment investment
CREATE TABLE investment ( -- Вложения в технопарк
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    date    TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    source  TEXT CHECK (source <> ''), -- Источник; federal, regional, municipal, company, private, loan
    amount  INTEGER CHECK (amount >= 0), -- Сумма; kopecks
    purpose TEXT CHECK (purpose <> ''), -- Назначение
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table ip_result ip_result
CREATE TABLE ip_result ( -- РИД
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id  INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    resident INTEGER NOT NULL REFERENCES resident (id) ON DELETE RESTRICT, -- Резидент
    kind     TEXT CHECK (kind <> ''), -- Вид; invention, utility_model, design, software, database, topology, know_how, trademark
    title    TEXT NOT NULL CHECK (title <> ''), -- Название
    number   TEXT CHECK (number <> ''), -- Номер
    filed    TEXT CHECK (filed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Заявка подана; YYYY-MM-DD
    granted  TEXT CHECK (granted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Выдан, зарегистрирован; YYYY-MM-DD
    country  TEXT CHECK (country <> ''), -- Страна
    created  TEXT NOT NULL, -- UTC, RFC 3339
    changed  TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table job job
CREATE TABLE job ( -- Рабочие места
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id   INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    resident  INTEGER REFERENCES resident (id) ON DELETE RESTRICT, -- Резидент
    date      TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    change    TEXT CHECK (change <> ''), -- Изменение; created, cut
    count     INTEGER CHECK (count >= 0), -- Количество; мест
    category  TEXT CHECK (category <> ''), -- Категория; researchers, engineers, production, management, other
    high_tech INTEGER CHECK (high_tech IN (0, 1)), -- Высокотехнологичные; 1 yes, 0 no
    pay       INTEGER CHECK (pay >= 0), -- Средняя зарплата; kopecks (руб. в мес.)
    basis     TEXT CHECK (basis <> ''), -- Документ-основание
    created   TEXT NOT NULL, -- UTC, RFC 3339
    changed   TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table journal journal
CREATE TABLE journal (
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- 1, 2, 3 … without a gap
    at        TEXT NOT NULL, -- UTC, RFC 3339
    who       TEXT NOT NULL,
    change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE RESTRICT,
    cause     TEXT NOT NULL CHECK (cause IN ('do', 'undo', 'redo')),
    action    TEXT NOT NULL CHECK (action IN ('add', 'edit', 'delete')),
    type      TEXT NOT NULL, -- name of the table
    record    INTEGER NOT NULL, -- its id
    before    TEXT CHECK (before IS NULL OR json_valid(before)), -- NULL when added; only what an edit changed
    after     TEXT CHECK (after IS NULL OR json_valid(after)), -- NULL when deleted
    prev      TEXT NOT NULL, -- hash of the entry before; of the first, 64 zeros
    hash      TEXT NOT NULL -- SHA-256, see storage/journal.go
, what TEXT CHECK (what <> '')) STRICT

-- # table park park
CREATE TABLE park ( -- Технопарки
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    name         TEXT NOT NULL CHECK (name <> ''), -- Наименование
    short_name   TEXT CHECK (short_name <> ''), -- Краткое наименование
    company      INTEGER REFERENCES company (id) ON DELETE RESTRICT, -- Управляющая компания
    kind         TEXT CHECK (kind <> ''), -- Вид технопарка; industrial, hightech, nano, private
    ownership    TEXT CHECK (ownership <> ''), -- Форма собственности; state, municipal, private, mixed
    commissioned TEXT CHECK (commissioned GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Введён в эксплуатацию; YYYY-MM-DD
    region       TEXT CHECK (region <> ''), -- Субъект Российской Федерации
    municipality TEXT CHECK (municipality <> ''), -- Муниципальное образование
    oktmo        TEXT CHECK (oktmo <> ''), -- ОКТМО
    address      TEXT CHECK (address <> ''), -- Почтовый адрес
    site_ru      TEXT CHECK (site_ru <> ''), -- Сайт на русском языке
    site_en      TEXT CHECK (site_en <> ''), -- Сайт на английском языке
    km_city      INTEGER CHECK (km_city >= 0), -- До центра города; thousandths of km
    km_region    INTEGER CHECK (km_region >= 0), -- До центра региона; thousandths of km
    km_moscow    INTEGER CHECK (km_moscow >= 0), -- До Москвы; thousandths of km
    km_highway   INTEGER CHECK (km_highway >= 0), -- До федеральной трассы; thousandths of km
    km_rail      INTEGER CHECK (km_rail >= 0), -- До железной дороги; thousandths of km
    km_airport   INTEGER CHECK (km_airport >= 0), -- До аэропорта; thousandths of km
    concept      INTEGER CHECK (concept IN (0, 1)), -- Есть концепция развития; 1 yes, 0 no
    taxes_before INTEGER CHECK (taxes_before >= 0), -- Налоги резидентов до первого учтённого года; kopecks
    demo         INTEGER CHECK (demo IN (0, 1)), -- Демонстрационные данные; 1 yes, 0 no
    created      TEXT NOT NULL, -- UTC, RFC 3339
    changed      TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (name)
) STRICT

-- # table park_specialisms park_specialisms
CREATE TABLE park_specialisms ( -- Карточка технопарка: специализация
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE CASCADE,
    specialism_id INTEGER NOT NULL REFERENCES specialism (id) ON DELETE RESTRICT,
    PRIMARY KEY (park_id, specialism_id)
) STRICT, WITHOUT ROWID

-- # table park_status park_status
CREATE TABLE park_status ( -- Реестры и статусы
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    name    TEXT NOT NULL CHECK (name <> ''), -- Реестр или статус
    number  TEXT CHECK (number <> ''), -- Номер
    date    TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table person person
CREATE TABLE person ( -- Подписанты
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    full_name TEXT NOT NULL CHECK (full_name <> ''), -- Фамилия, имя, отчество
    position  TEXT CHECK (position <> ''), -- Должность
    role      TEXT CHECK (role <> ''), -- Роль; head, accountant, performer, contact
    authority TEXT CHECK (authority <> ''), -- Действует на основании
    phone     TEXT CHECK (phone <> ''), -- Телефон
    email     TEXT CHECK (email <> ''), -- Электронная почта
    created   TEXT NOT NULL, -- UTC, RFC 3339
    changed   TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table practice practice
CREATE TABLE practice ( -- Устойчивое развитие
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id  INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    item     TEXT NOT NULL CHECK (item <> ''), -- Практика; low_carbon, energy_audit, waste, access, …
    status   TEXT CHECK (status <> ''), -- Состояние; yes, no, planned
    since    TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- С; YYYY-MM-DD
    until    TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- По; YYYY-MM-DD
    document TEXT CHECK (document <> ''), -- Документ
    created  TEXT NOT NULL, -- UTC, RFC 3339
    changed  TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, item)
) STRICT

-- # table profile profile
CREATE TABLE profile ( -- Методика и правила
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    kind    TEXT NOT NULL CHECK (kind <> ''), -- Вид; method, rules
    year    INTEGER NOT NULL CHECK (year >= 0), -- Год рейтинга
    title   TEXT NOT NULL CHECK (title <> ''), -- Название
    version TEXT CHECK (version <> ''), -- Версия
    text    TEXT NOT NULL CHECK (text <> ''), -- Текст; TOML
    loaded  TEXT CHECK (loaded GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Загружено; YYYY-MM-DD
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (kind, year)
) STRICT

-- # table project project
CREATE TABLE project ( -- Проекты
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id      INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    resident     INTEGER NOT NULL REFERENCES resident (id) ON DELETE RESTRICT, -- Резидент
    title        TEXT NOT NULL CHECK (title <> ''), -- Название
    specialism   INTEGER REFERENCES specialism (id) ON DELETE RESTRICT, -- Направление
    stage        TEXT CHECK (stage <> ''), -- Стадия; 1, 2, 3, 4, 5, 6, 7, 8, 9
    start_date   TEXT CHECK (start_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Начало; YYYY-MM-DD
    end_date     TEXT CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Окончание; YYYY-MM-DD
    budget_own   INTEGER CHECK (budget_own >= 0), -- Собственные средства; kopecks
    budget_state INTEGER CHECK (budget_state >= 0), -- Бюджетные средства; kopecks
    budget_other INTEGER CHECK (budget_other >= 0), -- Прочие средства; kopecks
    created      TEXT NOT NULL, -- UTC, RFC 3339
    changed      TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table publication publication
CREATE TABLE publication ( -- Публикации
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id  INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    date     TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата; YYYY-MM-DD
    outlet   TEXT CHECK (outlet <> ''), -- Издание
    title    TEXT NOT NULL CHECK (title <> ''), -- Заголовок
    link     TEXT CHECK (link <> ''), -- Ссылка
    language TEXT CHECK (language <> ''), -- Язык; ru, en, other
    created  TEXT NOT NULL, -- UTC, RFC 3339
    changed  TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table questionnaire questionnaire
CREATE TABLE questionnaire ( -- Анкеты
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id   INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    resident  INTEGER NOT NULL REFERENCES resident (id) ON DELETE RESTRICT, -- Резидент
    period    TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    way       TEXT CHECK (way <> ''), -- Как собирают; file, paper, unneeded
    sent      TEXT CHECK (sent GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Послана; YYYY-MM-DD
    due       TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Срок ответа; YYYY-MM-DD
    reminders INTEGER CHECK (reminders >= 0), -- Напоминаний; раз
    reminded  TEXT CHECK (reminded GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Последнее напоминание; YYYY-MM-DD
    received  TEXT CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Ответ получен; YYYY-MM-DD
    returned  TEXT CHECK (returned GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Возвращена; YYYY-MM-DD
    accepted  TEXT CHECK (accepted GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Принята; YYYY-MM-DD
    filled    INTEGER CHECK (filled >= 0), -- Заполнено; пунктов
    asked     INTEGER CHECK (asked >= 0), -- Спрошено; пунктов
    doubts    INTEGER CHECK (doubts >= 0), -- Замечаний; шт.
    answer    TEXT CHECK (answer <> ''), -- Файл ответа
    sha256    TEXT CHECK (sha256 <> ''), -- SHA-256; of a row of content
    fault     TEXT CHECK (fault <> ''), -- Почему файл не годится
    remark    TEXT CHECK (remark <> ''), -- Примечание
    created   TEXT NOT NULL, -- UTC, RFC 3339
    changed   TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, resident, period)
) STRICT

-- # table reference reference
CREATE TABLE reference ( -- Значения для сравнения
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    period  TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    whose   TEXT NOT NULL CHECK (whose <> ''), -- Чьё значение; mean, park
    park    TEXT CHECK (park <> ''), -- Технопарк
    code    TEXT NOT NULL CHECK (code <> ''), -- Показатель; S2.1, S2, I
    value   INTEGER, -- Значение; millionths of its unit
    unit    TEXT CHECK (unit <> ''), -- Единица
    source  TEXT CHECK (source <> ''), -- Источник
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL -- UTC, RFC 3339
, region TEXT CHECK (region <> '')) STRICT

-- # table resident resident
CREATE TABLE resident ( -- Резиденты
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id    INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    name       TEXT NOT NULL CHECK (name <> ''), -- Полное наименование
    short_name TEXT CHECK (short_name <> ''), -- Краткое наименование
    legal_form TEXT CHECK (legal_form <> ''), -- Организационно-правовая форма; ooo, ao, pao, ip, institution, branch, other
    inn        TEXT CHECK (inn <> ''), -- ИНН
    kpp        TEXT CHECK (kpp <> ''), -- КПП
    ogrn       TEXT CHECK (ogrn <> ''), -- ОГРН / ОГРНИП
    okved      TEXT CHECK (okved <> ''), -- Основной ОКВЭД 2
    registered TEXT CHECK (registered GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Дата регистрации; YYYY-MM-DD
    specialism INTEGER REFERENCES specialism (id) ON DELETE RESTRICT, -- Направление
    innovative INTEGER CHECK (innovative IN (0, 1)), -- Инновационный; 1 yes, 0 no
    origin     TEXT CHECK (origin <> ''), -- Происхождение; park, university, external
    anchor     INTEGER CHECK (anchor IN (0, 1)), -- Якорный; 1 yes, 0 no
    contact    TEXT CHECK (contact <> ''), -- Контактное лицо
    phone      TEXT CHECK (phone <> ''), -- Телефон
    email      TEXT CHECK (email <> ''), -- Электронная почта
    created    TEXT NOT NULL, -- UTC, RFC 3339
    changed    TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table resident_report resident_report
CREATE TABLE resident_report ( -- Отчёты резидентов
    id                    INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id               INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    resident              INTEGER NOT NULL REFERENCES resident (id) ON DELETE RESTRICT, -- Резидент
    period                TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    headcount             INTEGER CHECK (headcount >= 0), -- Среднесписочная численность; чел.
    headcount_na          INTEGER NOT NULL DEFAULT 0 CHECK (headcount_na IN (0, 1) AND NOT (headcount_na = 1 AND headcount IS NOT NULL)),
    researchers           INTEGER CHECK (researchers >= 0), -- Из них исследователи; чел.
    researchers_na        INTEGER NOT NULL DEFAULT 0 CHECK (researchers_na IN (0, 1) AND NOT (researchers_na = 1 AND researchers IS NOT NULL)),
    payroll               INTEGER CHECK (payroll >= 0), -- Фонд оплаты труда; kopecks
    payroll_na            INTEGER NOT NULL DEFAULT 0 CHECK (payroll_na IN (0, 1) AND NOT (payroll_na = 1 AND payroll IS NOT NULL)),
    revenue               INTEGER CHECK (revenue >= 0), -- Выручка; kopecks
    revenue_na            INTEGER NOT NULL DEFAULT 0 CHECK (revenue_na IN (0, 1) AND NOT (revenue_na = 1 AND revenue IS NOT NULL)),
    export                INTEGER CHECK (export >= 0), -- Экспортная выручка; kopecks
    export_na             INTEGER NOT NULL DEFAULT 0 CHECK (export_na IN (0, 1) AND NOT (export_na = 1 AND export IS NOT NULL)),
    innovative_revenue    INTEGER CHECK (innovative_revenue >= 0), -- Выручка от инновационной продукции; kopecks
    innovative_revenue_na INTEGER NOT NULL DEFAULT 0 CHECK (innovative_revenue_na IN (0, 1) AND NOT (innovative_revenue_na = 1 AND innovative_revenue IS NOT NULL)),
    profit                INTEGER, -- Чистая прибыль (убыток); kopecks
    profit_na             INTEGER NOT NULL DEFAULT 0 CHECK (profit_na IN (0, 1) AND NOT (profit_na = 1 AND profit IS NOT NULL)),
    rd_own                INTEGER CHECK (rd_own >= 0), -- НИОКР: собственные средства; kopecks
    rd_own_na             INTEGER NOT NULL DEFAULT 0 CHECK (rd_own_na IN (0, 1) AND NOT (rd_own_na = 1 AND rd_own IS NOT NULL)),
    rd_budget             INTEGER CHECK (rd_budget >= 0), -- НИОКР: бюджет; kopecks
    rd_budget_na          INTEGER NOT NULL DEFAULT 0 CHECK (rd_budget_na IN (0, 1) AND NOT (rd_budget_na = 1 AND rd_budget IS NOT NULL)),
    rd_other              INTEGER CHECK (rd_other >= 0), -- НИОКР: прочие источники; kopecks
    rd_other_na           INTEGER NOT NULL DEFAULT 0 CHECK (rd_other_na IN (0, 1) AND NOT (rd_other_na = 1 AND rd_other IS NOT NULL)),
    capital               INTEGER CHECK (capital >= 0), -- Инвестиции в основной капитал; kopecks
    capital_na            INTEGER NOT NULL DEFAULT 0 CHECK (capital_na IN (0, 1) AND NOT (capital_na = 1 AND capital IS NOT NULL)),
    equity                INTEGER CHECK (equity >= 0), -- Привлечено в уставный капитал; kopecks
    equity_na             INTEGER NOT NULL DEFAULT 0 CHECK (equity_na IN (0, 1) AND NOT (equity_na = 1 AND equity IS NOT NULL)),
    taxes_federal         INTEGER CHECK (taxes_federal >= 0), -- Налоги: федеральный бюджет; kopecks
    taxes_federal_na      INTEGER NOT NULL DEFAULT 0 CHECK (taxes_federal_na IN (0, 1) AND NOT (taxes_federal_na = 1 AND taxes_federal IS NOT NULL)),
    taxes_regional        INTEGER CHECK (taxes_regional >= 0), -- Налоги: региональный бюджет; kopecks
    taxes_regional_na     INTEGER NOT NULL DEFAULT 0 CHECK (taxes_regional_na IN (0, 1) AND NOT (taxes_regional_na = 1 AND taxes_regional IS NOT NULL)),
    taxes_local           INTEGER CHECK (taxes_local >= 0), -- Налоги: местный бюджет; kopecks
    taxes_local_na        INTEGER NOT NULL DEFAULT 0 CHECK (taxes_local_na IN (0, 1) AND NOT (taxes_local_na = 1 AND taxes_local IS NOT NULL)),
    customs               INTEGER CHECK (customs >= 0), -- Таможенные платежи; kopecks
    customs_na            INTEGER NOT NULL DEFAULT 0 CHECK (customs_na IN (0, 1) AND NOT (customs_na = 1 AND customs IS NOT NULL)),
    contributions         INTEGER CHECK (contributions >= 0), -- Страховые взносы; kopecks
    contributions_na      INTEGER NOT NULL DEFAULT 0 CHECK (contributions_na IN (0, 1) AND NOT (contributions_na = 1 AND contributions IS NOT NULL)),
    created               TEXT NOT NULL, -- UTC, RFC 3339
    changed               TEXT NOT NULL, staff_start INTEGER CHECK (staff_start >= 0), staff_start_na INTEGER NOT NULL DEFAULT 0 CHECK (staff_start_na IN (0, 1) AND NOT (staff_start_na = 1 AND staff_start IS NOT NULL)), staff_end INTEGER CHECK (staff_end >= 0), staff_end_na INTEGER NOT NULL DEFAULT 0 CHECK (staff_end_na IN (0, 1) AND NOT (staff_end_na = 1 AND staff_end IS NOT NULL)), -- UTC, RFC 3339
    UNIQUE (park_id, resident, period)
) STRICT

-- # table revision revision
CREATE TABLE revision ( -- Редакции заявки
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id  INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period   TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    number   INTEGER NOT NULL CHECK (number >= 0), -- Редакция
    state    TEXT NOT NULL CHECK (state <> ''), -- Состояние; draft, checked, signed, sent, accepted, returned
    made     TEXT NOT NULL CHECK (made GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Создана; YYYY-MM-DD
    maker    TEXT CHECK (maker <> ''), -- Кто создал
    program  TEXT CHECK (program <> ''), -- Программа
    method   TEXT CHECK (method <> ''), -- Методика
    rules    TEXT CHECK (rules <> ''), -- Правила проверки
    data     TEXT NOT NULL CHECK (data <> ''), -- Данные, SHA-256; of a row of content
    pages    INTEGER CHECK (pages >= 0), -- Листов
    pdf      TEXT CHECK (pdf <> ''), -- Пакет без приложений, SHA-256
    files    TEXT CHECK (files <> ''), -- Файлы; a line «SHA-256  name» each
    checked  TEXT CHECK (checked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Проверен; YYYY-MM-DD
    signed   TEXT CHECK (signed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Подписан; YYYY-MM-DD
    sent     TEXT CHECK (sent GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Отправлен; YYYY-MM-DD
    answered TEXT CHECK (answered GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Ответ получен; YYYY-MM-DD
    note     TEXT CHECK (note <> ''), -- Примечание
    created  TEXT NOT NULL, -- UTC, RFC 3339
    changed  TEXT NOT NULL, parts TEXT, lang TEXT, form TEXT, reason TEXT, journal TEXT CHECK (journal <> ''), -- UTC, RFC 3339
    UNIQUE (park_id, period, number)
) STRICT

-- # table room room
CREATE TABLE room ( -- Помещения
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id  INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    building TEXT NOT NULL CHECK (building <> ''), -- Здание
    floor    TEXT CHECK (floor <> ''), -- Этаж
    number   TEXT NOT NULL CHECK (number <> ''), -- Номер помещения
    kind     TEXT CHECK (kind <> ''), -- Назначение; office, production, laboratory, coworking, conference, tech_centre, service
    area     INTEGER CHECK (area >= 0), -- Площадь; thousandths of m²
    leasable INTEGER CHECK (leasable IN (0, 1)), -- Сдаётся; 1 yes, 0 no
    created  TEXT NOT NULL, -- UTC, RFC 3339
    changed  TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, building, number)
) STRICT

-- # table scenario scenario
CREATE TABLE scenario ( -- Сценарии
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period  TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период
    title   TEXT NOT NULL CHECK (title <> ''), -- Название
    changes TEXT NOT NULL CHECK (changes <> ''), -- Что изменено
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL -- UTC, RFC 3339
) STRICT

-- # table search search
CREATE TABLE search ( -- the folded words of each record
    id      INTEGER PRIMARY KEY,
    type    TEXT NOT NULL, -- key of the type
    record  INTEGER NOT NULL, -- its id
    park_id INTEGER, -- whose the record is; NULL for one of the whole file
    names   TEXT NOT NULL, -- words of the fields that people call it by
    rest    TEXT NOT NULL, -- words of the others
    UNIQUE (type, record)
) STRICT

-- # table search_index search_index
CREATE VIRTUAL TABLE search_index USING fts5 (
    names, rest, content = 'search', content_rowid = 'id', tokenize = 'ascii', detail = 'column', columnsize = 0
)

-- # table search_index_config search_index_config
CREATE TABLE 'search_index_config'(k PRIMARY KEY, v) WITHOUT ROWID

-- # table search_index_data search_index_data
CREATE TABLE 'search_index_data'(id INTEGER PRIMARY KEY, block BLOB)

-- # table search_index_idx search_index_idx
CREATE TABLE 'search_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID

-- # table search_state search_state
CREATE TABLE search_state ( -- one row
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    entry   INTEGER NOT NULL CHECK (entry >= 0), -- the last of the journal that the index knows of
    records INTEGER NOT NULL CHECK (records >= 0) -- how many rows search has
) STRICT

-- # table search_word search_word
CREATE VIRTUAL TABLE search_word USING fts5vocab (search_index, 'col')

-- # table service service
CREATE TABLE service ( -- Услуги
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    kind    TEXT NOT NULL CHECK (kind <> ''), -- Вид услуги; land_sale, land_lease, space_lease, built_to_suit, …
    offered INTEGER CHECK (offered IN (0, 1)), -- Оказывается; 1 yes, 0 no
    note    TEXT CHECK (note <> ''), -- Примечание
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, kind)
) STRICT

-- # table service_report service_report
CREATE TABLE service_report ( -- Оказание услуг
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id      INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    service      INTEGER NOT NULL REFERENCES service (id) ON DELETE RESTRICT, -- Услуга
    period       TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    times        INTEGER CHECK (times >= 0), -- Оказана; раз
    times_na     INTEGER NOT NULL DEFAULT 0 CHECK (times_na IN (0, 1) AND NOT (times_na = 1 AND times IS NOT NULL)),
    residents    INTEGER CHECK (residents >= 0), -- Обслужено резидентов; ед.
    residents_na INTEGER NOT NULL DEFAULT 0 CHECK (residents_na IN (0, 1) AND NOT (residents_na = 1 AND residents IS NOT NULL)),
    revenue      INTEGER CHECK (revenue >= 0), -- Выручка; kopecks
    revenue_na   INTEGER NOT NULL DEFAULT 0 CHECK (revenue_na IN (0, 1) AND NOT (revenue_na = 1 AND revenue IS NOT NULL)),
    created      TEXT NOT NULL, -- UTC, RFC 3339
    changed      TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, service, period)
) STRICT

-- # table signature signature
CREATE TABLE signature ( -- Подписи редакций
    id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id   INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    revision  INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT, -- Редакция
    file      TEXT NOT NULL CHECK (file <> ''), -- Подписанный файл; as in revision.files
    file_name TEXT NOT NULL CHECK (file_name <> ''), -- Файл подписи
    sha256    TEXT NOT NULL CHECK (sha256 <> ''), -- SHA-256; of a row of content
    signer    TEXT CHECK (signer <> ''), -- Кто подписал
    signed    TEXT CHECK (signed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Подписан; YYYY-MM-DD
    added     TEXT CHECK (added GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- Приложена; YYYY-MM-DD
    verified  TEXT CHECK (verified <> ''), -- Подпись; valid, unchecked
    created   TEXT NOT NULL, -- UTC, RFC 3339
    changed   TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, revision, sha256),
    UNIQUE (park_id, revision, file_name)
) STRICT

-- # table site_report site_report
CREATE TABLE site_report ( -- Показатели площадки
    id                 INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    park_id            INTEGER NOT NULL REFERENCES park (id) ON DELETE RESTRICT,
    period             TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'), -- Период; 2020 or 2020-Q1
    land               INTEGER CHECK (land >= 0), -- Земля, всего; thousandths of ha
    land_na            INTEGER NOT NULL DEFAULT 0 CHECK (land_na IN (0, 1) AND NOT (land_na = 1 AND land IS NOT NULL)),
    land_free          INTEGER CHECK (land_free >= 0), -- Земля, свободно; thousandths of ha
    land_free_na       INTEGER NOT NULL DEFAULT 0 CHECK (land_free_na IN (0, 1) AND NOT (land_free_na = 1 AND land_free IS NOT NULL)),
    building           INTEGER CHECK (building >= 0), -- Площадь зданий; thousandths of m²
    building_na        INTEGER NOT NULL DEFAULT 0 CHECK (building_na IN (0, 1) AND NOT (building_na = 1 AND building IS NOT NULL)),
    useful             INTEGER CHECK (useful >= 0), -- Полезная площадь; thousandths of m²
    useful_na          INTEGER NOT NULL DEFAULT 0 CHECK (useful_na IN (0, 1) AND NOT (useful_na = 1 AND useful IS NOT NULL)),
    leasable           INTEGER CHECK (leasable >= 0), -- Сдаваемая площадь; thousandths of m²
    leasable_na        INTEGER NOT NULL DEFAULT 0 CHECK (leasable_na IN (0, 1) AND NOT (leasable_na = 1 AND leasable IS NOT NULL)),
    production         INTEGER CHECK (production >= 0), -- Производственная площадь; thousandths of m²
    production_na      INTEGER NOT NULL DEFAULT 0 CHECK (production_na IN (0, 1) AND NOT (production_na = 1 AND production IS NOT NULL)),
    production_free    INTEGER CHECK (production_free >= 0), -- Производственная, свободно; thousandths of m²
    production_free_na INTEGER NOT NULL DEFAULT 0 CHECK (production_free_na IN (0, 1) AND NOT (production_free_na = 1 AND production_free IS NOT NULL)),
    office             INTEGER CHECK (office >= 0), -- Офисная площадь; thousandths of m²
    office_na          INTEGER NOT NULL DEFAULT 0 CHECK (office_na IN (0, 1) AND NOT (office_na = 1 AND office IS NOT NULL)),
    has_power          INTEGER CHECK (has_power IN (0, 1)), -- Электричество: есть; 1 yes, 0 no
    power              INTEGER CHECK (power >= 0), -- Электричество: мощность; thousandths of MW
    power_na           INTEGER NOT NULL DEFAULT 0 CHECK (power_na IN (0, 1) AND NOT (power_na = 1 AND power IS NOT NULL)),
    power_free         INTEGER CHECK (power_free >= 0), -- Электричество: свободно; thousandths of MW
    power_free_na      INTEGER NOT NULL DEFAULT 0 CHECK (power_free_na IN (0, 1) AND NOT (power_free_na = 1 AND power_free IS NOT NULL)),
    has_gas            INTEGER CHECK (has_gas IN (0, 1)), -- Газ: есть; 1 yes, 0 no
    gas                INTEGER CHECK (gas >= 0), -- Газ: мощность; thousandths of m³/h
    gas_na             INTEGER NOT NULL DEFAULT 0 CHECK (gas_na IN (0, 1) AND NOT (gas_na = 1 AND gas IS NOT NULL)),
    gas_free           INTEGER CHECK (gas_free >= 0), -- Газ: свободно; thousandths of m³/h
    gas_free_na        INTEGER NOT NULL DEFAULT 0 CHECK (gas_free_na IN (0, 1) AND NOT (gas_free_na = 1 AND gas_free IS NOT NULL)),
    has_heat           INTEGER CHECK (has_heat IN (0, 1)), -- Тепло: есть; 1 yes, 0 no
    heat               INTEGER CHECK (heat >= 0), -- Тепло: мощность; thousandths of Gcal/h
    heat_na            INTEGER NOT NULL DEFAULT 0 CHECK (heat_na IN (0, 1) AND NOT (heat_na = 1 AND heat IS NOT NULL)),
    heat_free          INTEGER CHECK (heat_free >= 0), -- Тепло: свободно; thousandths of Gcal/h
    heat_free_na       INTEGER NOT NULL DEFAULT 0 CHECK (heat_free_na IN (0, 1) AND NOT (heat_free_na = 1 AND heat_free IS NOT NULL)),
    has_water          INTEGER CHECK (has_water IN (0, 1)), -- Вода: есть; 1 yes, 0 no
    water              INTEGER CHECK (water >= 0), -- Вода: мощность; thousandths of m³/h
    water_na           INTEGER NOT NULL DEFAULT 0 CHECK (water_na IN (0, 1) AND NOT (water_na = 1 AND water IS NOT NULL)),
    water_free         INTEGER CHECK (water_free >= 0), -- Вода: свободно; thousandths of m³/h
    water_free_na      INTEGER NOT NULL DEFAULT 0 CHECK (water_free_na IN (0, 1) AND NOT (water_free_na = 1 AND water_free IS NOT NULL)),
    has_sewage         INTEGER CHECK (has_sewage IN (0, 1)), -- Водоотведение: есть; 1 yes, 0 no
    sewage             INTEGER CHECK (sewage >= 0), -- Водоотведение: мощность; thousandths of m³/h
    sewage_na          INTEGER NOT NULL DEFAULT 0 CHECK (sewage_na IN (0, 1) AND NOT (sewage_na = 1 AND sewage IS NOT NULL)),
    sewage_free        INTEGER CHECK (sewage_free >= 0), -- Водоотведение: свободно; thousandths of m³/h
    sewage_free_na     INTEGER NOT NULL DEFAULT 0 CHECK (sewage_free_na IN (0, 1) AND NOT (sewage_free_na = 1 AND sewage_free IS NOT NULL)),
    created            TEXT NOT NULL, -- UTC, RFC 3339
    changed            TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (park_id, period)
) STRICT

-- # table specialism specialism
CREATE TABLE specialism ( -- Направления деятельности
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    name    TEXT NOT NULL CHECK (name <> ''), -- Наименование
    created TEXT NOT NULL, -- UTC, RFC 3339
    changed TEXT NOT NULL, -- UTC, RFC 3339
    UNIQUE (name)
) STRICT

-- # table sqlite_sequence sqlite_sequence
CREATE TABLE sqlite_sequence(name,seq)

-- # index change_undone change
CREATE INDEX change_undone ON change (id) WHERE state = 'undone'

-- # index company_by_accountant company
CREATE INDEX company_by_accountant ON company (accountant)

-- # index company_by_contact company
CREATE INDEX company_by_contact ON company (contact)

-- # index company_by_head_person company
CREATE INDEX company_by_head_person ON company (head_person)

-- # index company_by_performer company
CREATE INDEX company_by_performer ON company (performer)

-- # index contract_by_park_id contract
CREATE INDEX contract_by_park_id ON contract (park_id)

-- # index contract_by_resident contract
CREATE INDEX contract_by_resident ON contract (resident)

-- # index contract_rooms_by_room_id contract_rooms
CREATE INDEX contract_rooms_by_room_id ON contract_rooms (room_id)

-- # index distinction_by_park_id distinction
CREATE INDEX distinction_by_park_id ON distinction (park_id)

-- # index document_by_park_id document
CREATE INDEX document_by_park_id ON document (park_id)

-- # index document_link_by_document document_link
CREATE INDEX document_link_by_document ON document_link (document)

-- # index event_by_park_id event
CREATE INDEX event_by_park_id ON event (park_id)

-- # index explanation_by_park_id explanation
CREATE INDEX explanation_by_park_id ON explanation (park_id)

-- # index investment_by_park_id investment
CREATE INDEX investment_by_park_id ON investment (park_id)

-- # index ip_result_by_park_id ip_result
CREATE INDEX ip_result_by_park_id ON ip_result (park_id)

-- # index ip_result_by_resident ip_result
CREATE INDEX ip_result_by_resident ON ip_result (resident)

-- # index job_by_park_id job
CREATE INDEX job_by_park_id ON job (park_id)

-- # index job_by_resident job
CREATE INDEX job_by_resident ON job (resident)

-- # index journal_by_change_id journal
CREATE INDEX journal_by_change_id ON journal (change_id, id)

-- # index journal_by_record journal
CREATE INDEX journal_by_record ON journal (type, record, id)

-- # index park_by_company park
CREATE INDEX park_by_company ON park (company)

-- # index park_specialisms_by_specialism_id park_specialisms
CREATE INDEX park_specialisms_by_specialism_id ON park_specialisms (specialism_id)

-- # index park_status_by_park_id park_status
CREATE INDEX park_status_by_park_id ON park_status (park_id)

-- # index project_by_park_id project
CREATE INDEX project_by_park_id ON project (park_id)

-- # index project_by_resident project
CREATE INDEX project_by_resident ON project (resident)

-- # index project_by_specialism project
CREATE INDEX project_by_specialism ON project (specialism)

-- # index publication_by_park_id publication
CREATE INDEX publication_by_park_id ON publication (park_id)

-- # index questionnaire_by_resident questionnaire
CREATE INDEX questionnaire_by_resident ON questionnaire (resident)

-- # index resident_by_park_id resident
CREATE INDEX resident_by_park_id ON resident (park_id)

-- # index resident_by_specialism resident
CREATE INDEX resident_by_specialism ON resident (specialism)

-- # index resident_report_by_resident resident_report
CREATE INDEX resident_report_by_resident ON resident_report (resident)

-- # index scenario_by_park_id scenario
CREATE INDEX scenario_by_park_id ON scenario (park_id)

-- # index service_report_by_service service_report
CREATE INDEX service_report_by_service ON service_report (service)

-- # index signature_by_revision signature
CREATE INDEX signature_by_revision ON signature (revision)

-- # index sqlite_autoindex_company_report_1 company_report


-- # index sqlite_autoindex_content_1 content


-- # index sqlite_autoindex_deadline_1 deadline


-- # index sqlite_autoindex_disclosure_1 disclosure


-- # index sqlite_autoindex_distinction_1 distinction


-- # index sqlite_autoindex_document_link_1 document_link


-- # index sqlite_autoindex_explanation_1 explanation


-- # index sqlite_autoindex_park_1 park


-- # index sqlite_autoindex_practice_1 practice


-- # index sqlite_autoindex_profile_1 profile


-- # index sqlite_autoindex_questionnaire_1 questionnaire


-- # index sqlite_autoindex_resident_report_1 resident_report


-- # index sqlite_autoindex_revision_1 revision


-- # index sqlite_autoindex_room_1 room


-- # index sqlite_autoindex_search_1 search


-- # index sqlite_autoindex_service_1 service


-- # index sqlite_autoindex_service_report_1 service_report


-- # index sqlite_autoindex_signature_1 signature


-- # index sqlite_autoindex_signature_2 signature


-- # index sqlite_autoindex_site_report_1 site_report


-- # index sqlite_autoindex_specialism_1 specialism


