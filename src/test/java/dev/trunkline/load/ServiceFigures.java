package dev.trunkline.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the service's process takes of the machine, and what it says of itself. */
final class ServiceFigures {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ProcessHandle process;
    private final URI metrics;

    ServiceFigures(ProcessHandle process, URI base) {
        this.process = process;
        this.metrics = base.resolve("/q/metrics");
    }

    /** Processor time used since the process started. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    /** The most memory the process ever had resident. Linux only. */
    long rssMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Heap in use now, what is garbage already included. */
    long heapMiB() throws IOException, InterruptedException {
        return (long) sum("jvm_memory_used_bytes\\{area=\"heap\"[^}]*}") >> 20;
    }

    /** The sum of a metric over all its labels, 0 when there is none. */
    double sum(String name) throws IOException, InterruptedException {
        String text = HTTP.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher lines = Pattern.compile("^" + name + "(?:\\{[^}]*})? ([-+0-9.E]+)$", Pattern.MULTILINE)
                .matcher(text);
        double sum = 0;
        while (lines.find()) {
            sum += Double.parseDouble(lines.group(1));
        }
        return sum;
    }
}
