package dev.trunkline.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolume;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.util.Map;

/**
 * The API's schemas, as the models that are generated from Kubernetes' OpenAPI document and from the Prometheus operator's
 * definitions carry them: fields nobody knows and fields of another type are refused, Kubernetes' own also when missing.
 */
final class ApiSchema {
    private static final Map<String, Check> KINDS = Map.ofEntries(
            Map.entry("v1/Namespace", V1Namespace::validateJsonElement),
            Map.entry("v1/ServiceAccount", V1ServiceAccount::validateJsonElement),
            Map.entry("v1/ConfigMap", V1ConfigMap::validateJsonElement),
            Map.entry("v1/Secret", V1Secret::validateJsonElement),
            Map.entry("v1/Service", V1Service::validateJsonElement),
            Map.entry("v1/PersistentVolume", V1PersistentVolume::validateJsonElement),
            Map.entry("v1/PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement),
            Map.entry("apps/v1/Deployment", V1Deployment::validateJsonElement),
            Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
            Map.entry("networking.k8s.io/v1/Ingress", V1Ingress::validateJsonElement),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", operators(ServiceMonitor.class)),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", operators(PrometheusRule.class)));

    private static final ObjectMapper STRICT = new ObjectMapper()
            // The models keep what they do not know; without their net it is an error.
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(com.fasterxml.jackson.databind.introspect.Annotated member) {
                    return member instanceof AnnotatedMember ? Boolean.FALSE : super.hasAnySetter(member);
                }
            });

    private ApiSchema() {}

    @FunctionalInterface
    private interface Check {
        void check(JsonElement manifest) throws IOException;
    }

    /** @throws IllegalArgumentException naming what does not fit */
    static void check(JsonNode manifest) {
        String kind = manifest.path("apiVersion").asText() + "/"
                + manifest.path("kind").asText();
        Check check = KINDS.get(kind);
        if (check == null) {
            throw new IllegalArgumentException(kind + " is of a kind that is not checked");
        }
        try {
            check.check(JsonParser.parseString(manifest.toString()));
        } catch (IOException | RuntimeException wrong) {
            throw new IllegalArgumentException(
                    kind + " " + manifest.at("/metadata/name").asText() + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Check operators(Class<?> model) {
        return manifest -> {
            try {
                STRICT.readValue(manifest.toString(), model);
            } catch (JsonProcessingException wrong) {
                throw new IOException(wrong.getOriginalMessage(), wrong);
            }
        };
    }
}
