package dev.trunkline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests in {@code k8s/}, rendered as they would be applied. */
class ManifestsTest {
    private static final String NAME = "app.kubernetes.io/name";

    @ParameterizedTest
    @ValueSource(strings = {"k8s/base", "k8s/overlays/example"})
    void fitTheApisSchemas(String directory) {
        assertThat(Kustomize.render(Path.of(directory))).hasSizeGreaterThan(10).allSatisfy(ApiSchema::check);
    }

    /** Each file by itself, for machines without kubectl. */
    @Test
    void theFilesFitToo() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("k8s"))) {
            List<JsonNode> manifests = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Kustomize.documents(Files.readString(file)).stream()
                        .filter(document -> document.has("kind")
                                && !document.path("kind").asText().equals("Kustomization"))
                        .forEach(manifests::add);
            }
            assertThat(manifests).hasSizeGreaterThan(10).allSatisfy(ApiSchema::check);
        }
    }

    @Test
    void theSchemasRefuseWhatNobodyKnows() {
        for (String kind : List.of("Deployment", "ServiceMonitor", "NetworkPolicy", "PrometheusRule")) {
            JsonNode manifest = example(kind, "trunkline").deepCopy();
            ((ObjectNode) manifest.path("spec")).put("replicsa", 1);
            assertThatThrownBy(() -> ApiSchema.check(manifest)).as(kind).hasMessageContaining("replicsa");
        }
        ObjectNode deployment = example("Deployment", "trunkline").deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).remove("name");
        assertThatThrownBy(() -> ApiSchema.check(deployment)).hasMessageContaining("name");
    }

    @Test
    void everySelectorFindsTheService() {
        JsonNode pod = example("Deployment", "trunkline").at("/spec/template/metadata/labels");
        assertThat(pod.path(NAME).asText()).isEqualTo("trunkline");
        List<JsonNode> selectors = List.of(
                example("Deployment", "trunkline").at("/spec/selector/matchLabels"),
                example("Service", "trunkline").at("/spec/selector"),
                example("PodDisruptionBudget", "trunkline").at("/spec/selector/matchLabels"),
                example("NetworkPolicy", "trunkline").at("/spec/podSelector/matchLabels"));
        assertThat(selectors)
                .allSatisfy(selector -> assertThat(selector.path(NAME).asText()).isEqualTo("trunkline"));
        assertThat(example("ServiceMonitor", "trunkline")
                        .at("/spec/selector/matchLabels/" + NAME.replace("/", "~1"))
                        .asText())
                .isEqualTo(example("Service", "trunkline")
                        .at("/metadata/labels")
                        .path(NAME)
                        .asText());
    }

    @Test
    void whatTheServiceNamesIsThere() {
        List<JsonNode> manifests = Kustomize.render(Path.of("k8s/overlays/example"));
        Set<String> there = manifests.stream()
                .map(manifest -> manifest.path("kind").asText() + "/"
                        + manifest.at("/metadata/name").asText())
                .collect(Collectors.toSet());
        JsonNode pod = example("Deployment", "trunkline").at("/spec/template/spec");
        List<String> named = new ArrayList<>();
        named.add("ServiceAccount/" + pod.path("serviceAccountName").asText());
        pod.at("/containers/0/envFrom").forEach(source -> {
            if (source.has("configMapRef")) {
                named.add("ConfigMap/" + source.at("/configMapRef/name").asText());
            } else {
                named.add("Secret/" + source.at("/secretRef/name").asText());
            }
        });
        pod.path("volumes").forEach(volume -> {
            if (volume.has("persistentVolumeClaim")) {
                named.add("PersistentVolumeClaim/"
                        + volume.at("/persistentVolumeClaim/claimName").asText());
            }
        });
        assertThat(named).hasSizeGreaterThanOrEqualTo(5);
        assertThat(there).containsAll(named);
    }

    @Test
    void theServiceRunsWithNoMoreRightsThanItNeeds() {
        JsonNode pod = example("Deployment", "trunkline").at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        JsonNode container = pod.at("/containers/0/securityContext");
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    }

    @Test
    void probesAndStopLeaveTheTimeTheyNeed() {
        JsonNode pod = example("Deployment", "trunkline").at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        assertThat(List.of("startupProbe", "livenessProbe", "readinessProbe"))
                .allSatisfy(probe -> assertThat(
                                container.path(probe).at("/httpGet/path").asText())
                        .startsWith("/q/health/"));
        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(30);
        assertThat(example("Ingress", "trunkline")
                        .at("/metadata/annotations")
                        .path("nginx.ingress.kubernetes.io/proxy-read-timeout")
                        .asInt())
                .isGreaterThanOrEqualTo(3600);
    }

    @Test
    void nobodyElseIsLetInOrOut() {
        JsonNode policy = example("NetworkPolicy", "trunkline").path("spec");
        assertThat(policy.path("policyTypes")).map(JsonNode::asText).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(policy.path("ingress"))
                .hasSize(3)
                .allSatisfy(rule -> assertThat(rule.path("from")).isNotEmpty());
        assertThat(policy.path("egress"))
                .hasSize(3)
                .allSatisfy(rule -> assertThat(rule.path("to")).isNotEmpty());
        assertThat(policy.toString()).contains("kube-dns", "ingress-nginx", "prometheus", "postgresql");
    }

    private static JsonNode example(String kind, String name) {
        return Kustomize.render(Path.of("k8s/overlays/example")).stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind)
                        && manifest.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }
}
