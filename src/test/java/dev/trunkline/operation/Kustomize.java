package dev.trunkline.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.system.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code kubectl kustomize} makes of a directory; no cluster is asked. */
final class Kustomize {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Kustomize() {}

    /** The manifests in the order of their rendering; fails when kubectl says anything but them. */
    static List<JsonNode> render(Path directory) {
        Path errors = null;
        try {
            errors = Files.createTempFile("kustomize", ".err");
            Process kubectl = new ProcessBuilder(
                            Needs.program("kubectl", "install kubectl 1.27 or newer")
                                    .toString(),
                            "kustomize",
                            directory.toString())
                    .redirectError(errors.toFile())
                    .start();
            String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = kubectl.waitFor(60, TimeUnit.SECONDS);
            String said = Files.readString(errors);
            if (!ended || kubectl.exitValue() != 0 || !said.isBlank()) {
                throw new AssertionError("kubectl kustomize " + directory + ": " + said);
            }
            return documents(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            if (errors != null) {
                errors.toFile().delete();
            }
        }
    }

    static List<JsonNode> documents(String yaml) {
        List<JsonNode> manifests = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(yaml)
                .forEach(document -> manifests.add(JSON.valueToTree(document)));
        return manifests;
    }
}
