package dev.trunkline.shared.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Teaches Jackson {@link Words} for every enum of ours, as values and as keys of maps. */
@Singleton
public final class JsonWords implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(module());
    }

    /** The module by itself, for mappers outside the service. */
    public static SimpleModule module() {
        var module = new SimpleModule("trunkline-words");
        module.setSerializerModifier(new Out());
        module.setDeserializerModifier(new In());
        return module;
    }

    private static boolean ours(Class<?> type) {
        return type.getName().startsWith("dev.trunkline.");
    }

    private static final class Out extends BeanSerializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public JsonSerializer<?> modifyEnumSerializer(
                SerializationConfig config, JavaType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return ours(type.getRawClass()) ? new WordSerializer() : serializer;
        }
    }

    private static final class In extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
            return ours(type.getRawClass()) ? new WordDeserializer(type.getRawClass()) : deserializer;
        }
    }

    private static final class WordSerializer extends JsonSerializer<Enum<?>> {
        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider serializers) throws IOException {
            out.writeString(Words.of(value));
        }
    }

    private static final class WordDeserializer extends JsonDeserializer<Enum<?>> {
        private final Class<?> type;

        WordDeserializer(Class<?> type) {
            this.type = type;
        }

        @Override
        public Enum<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var word = in.getValueAsString();
            for (var constant : type.getEnumConstants()) {
                if (constant instanceof Enum<?> one && Words.of(one).equals(word)) {
                    return one;
                }
            }
            return (Enum<?>) context.handleWeirdStringValue(type, String.valueOf(word), "not one of our words");
        }
    }
}
