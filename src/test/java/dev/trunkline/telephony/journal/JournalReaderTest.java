package dev.trunkline.telephony.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.telephony.Errand;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
    private static final long START = 1_795_000_000L;

    @TempDir
    Path directory;

    private Path cel;
    private Path queueLog;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(directory.resolve("cel-custom"));
        cel = directory.resolve("cel-custom/cel_master.json");
        queueLog = directory.resolve("queue_log");
    }

    @Test
    void a_journal_not_begun_yet_is_empty() throws IOException {
        assertThat(new JournalReader(directory).problem()).isNull();
        assertThat(read(START)).isEmpty();
    }

    @Test
    void a_directory_that_is_not_there_is_said() {
        assertThat(new JournalReader(directory.resolve("nowhere")).problem()).contains("nowhere");
    }

    @Test
    void a_call_has_its_rows_of_both_files() throws IOException {
        write(cel, call(1, START) + call(2, START + 5));
        write(
                queueLog,
                log(START, 1, "ENTERQUEUE||1|1") + log(START + 2, 1, "ABANDON|1|1|2") + log(START + 2, 7, "X|"));
        List<JournalCall> calls = read(START);
        assertThat(calls).extracting(JournalCall::id).containsExactly("pbx1-1", "pbx1-2");
        assertThat(calls.getFirst().rows()).hasSize(3);
        assertThat(calls.getFirst().queueLog())
                .extracting(QueueLogLine::event)
                .containsExactly("ENTERQUEUE", "ABANDON");
        assertThat(calls.getFirst().whole()).isTrue();
    }

    @Test
    void channels_run_for_the_dialplans_sake_are_no_calls() throws IOException {
        write(cel, call(1, START).replace("pbx1-1", Errand.newId()) + call(2, START + 5));
        assertThat(read(START)).extracting(JournalCall::id).containsExactly("pbx1-2");
    }

    @Test
    void rotated_and_zipped_files_are_read_in_the_order_of_their_time() throws IOException {
        try (OutputStream zipped =
                new GZIPOutputStream(Files.newOutputStream(cel.resolveSibling("cel_master.json.2.gz")))) {
            zipped.write(call(1, START).getBytes(StandardCharsets.UTF_8));
        }
        write(cel.resolveSibling("cel_master.json-20261122"), call(2, START + 100));
        write(cel, call(3, START + 200));
        assertThat(read(START)).extracting(JournalCall::id).containsExactly("pbx1-1", "pbx1-2", "pbx1-3");
        assertThat(read(START + 200)).extracting(JournalCall::id).containsExactly("pbx1-3");
    }

    @Test
    void a_call_that_goes_on_while_the_file_is_rotated_is_one_call() throws IOException {
        String call = call(1, START);
        int cut = call.indexOf('\n') + 1;
        write(cel.resolveSibling("cel_master.json.1"), call.substring(0, cut));
        write(cel, call.substring(cut));
        assertThat(read(START))
                .singleElement()
                .satisfies(one -> assertThat(one.rows()).hasSize(3));
    }

    @Test
    void a_line_being_written_is_left_for_later() throws IOException {
        String call = call(1, START);
        write(cel, call.substring(0, call.length() - 20));
        JournalReader reader = new JournalReader(directory);
        JournalReader.Reading reading = reader.read(Instant.ofEpochSecond(START), one -> {});
        assertThat(reading.tally().badLines()).isZero();
        assertThat(reading.open())
                .singleElement()
                .satisfies(one -> assertThat(one.endedAt()).isNull());
        Files.writeString(cel, call.substring(call.length() - 20), StandardOpenOption.APPEND);
        assertThat(read(START))
                .singleElement()
                .satisfies(one -> assertThat(one.endedAt()).isNotNull());
    }

    @Test
    void garbage_in_the_middle_is_named_counted_once_and_survived() throws IOException {
        String garbage =
                "\u0000\u0000garbage \ufffd\n{\"eventtype\":1\n" + "x".repeat(JournalLines.LONGEST + 1) + "\n[]\n";
        write(cel, call(1, START) + garbage + call(2, START + 1));
        write(queueLog, "nonsense\n" + log(START, 1, "ENTERQUEUE||1|1"));
        JournalReader reader = new JournalReader(directory);
        List<JournalCall> calls = new ArrayList<>();
        Tally tally = reader.read(Instant.ofEpochSecond(START), calls::add).tally();
        assertThat(calls).extracting(JournalCall::id).containsExactly("pbx1-1", "pbx1-2");
        assertThat(tally.badLines()).isEqualTo(5);
        assertThat(tally.bad())
                .contains(new Tally.Bad("queue_log", 0, "has too few fields"))
                .contains(new Tally.Bad("cel_master.json", call(1, START).length(), "is no JSON"))
                .extracting(Tally.Bad::problem)
                .contains("is too long", "is no JSON object");
        assertThat(reader.read(Instant.ofEpochSecond(START), one -> {}).tally().badLines())
                .isZero();
    }

    @Test
    void a_truncated_rotated_file_ends_with_a_bad_line() throws IOException {
        String call = call(1, START);
        write(cel.resolveSibling("cel_master.json.1"), call.substring(0, call.length() - 20));
        write(cel, call(2, START + 1));
        JournalReader.Reading reading = new JournalReader(directory).read(Instant.ofEpochSecond(START), one -> {});
        assertThat(reading.tally().badLines()).isOne();
        assertThat(reading.tally().bad().getFirst().file()).isEqualTo("cel_master.json.1");
        assertThat(reading.open()).extracting(JournalCall::id).containsExactly("pbx1-1");
    }

    @Test
    void what_was_open_when_the_pbx_started_anew_has_failed() throws IOException {
        String call = call(1, START);
        write(cel, call.substring(0, call.indexOf('\n') + 1) + call(2, START + 60));
        write(queueLog, (START + 30) + "|NONE|NONE|NONE|QUEUESTART|\n");
        JournalReader.Reading reading = new JournalReader(directory).read(Instant.ofEpochSecond(START), one -> {});
        assertThat(reading.open()).singleElement().satisfies(one -> {
            assertThat(one.over()).isTrue();
            assertThat(one.lastAt()).isEqualTo(Instant.ofEpochSecond(START + 30));
        });
    }

    @Test
    void rows_without_end_of_one_call_are_bounded() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < JournalGroups.MOST_ROWS + 10; i++) {
            rows.append(row("ANSWER", 1, START, i));
        }
        write(
                cel,
                row("CHAN_START", 1, START, 0)
                        + rows
                        + row("HANGUP", 1, START + 1, 0)
                        + row("LINKEDID_END", 1, START + 1, 0));
        assertThat(read(START)).singleElement().satisfies(one -> {
            assertThat(one.rows()).hasSizeLessThanOrEqualTo(JournalGroups.MOST_ROWS + 1);
            assertThat(one.whole()).isFalse();
            assertThat(one.endedAt()).isNotNull();
        });
    }

    /** 200 MB, of which only the newest minute matters: read by searching, in little memory. */
    @Test
    void a_big_file_is_not_read_from_its_beginning() throws IOException {
        int calls = 0;
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(cel)) {
            while (written < 200_000_000L) {
                String call = call(calls, START + calls);
                out.write(call);
                written += call.length();
                calls++;
            }
        }
        List<String> found = new ArrayList<>();
        Tally tally = new JournalReader(directory)
                .read(Instant.ofEpochSecond(START + calls - 60), call -> found.add(call.id()))
                .tally();
        assertThat(found).hasSizeBetween(60, 200).contains("pbx1-" + (calls - 1));
        assertThat(tally.lines()).isLessThan(1_000);
    }

    private List<JournalCall> read(long from) throws IOException {
        List<JournalCall> calls = new ArrayList<>();
        JournalReader.Reading reading = new JournalReader(directory).read(Instant.ofEpochSecond(from), calls::add);
        calls.addAll(reading.open());
        return calls;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static String log(long at, int call, String event) {
        return at + "|pbx1-" + call + "|support|NONE|" + event + "\n";
    }

    /** A call of two seconds: three rows. */
    private static String call(int number, long at) {
        return row("CHAN_START", number, at, 1)
                + row("HANGUP", number, at + 2, 1)
                + row("LINKEDID_END", number, at + 2, 2);
    }

    private static String row(String type, int call, long at, int micros) {
        return """
                {"eventtype":"%s","eventtime":"%d.%06d","userdeftype":"","num":"13800001111","exten":"4008001000",\
                "context":"from-trunk","channame":"PJSIP/lab-00000000","appname":"","appdata":"","uniqueid":"pbx1-%d",\
                "linkedid":"pbx1-%d","peer":"","eventextra":""}
                """.formatted(type, at, micros, call, call);
    }
}
