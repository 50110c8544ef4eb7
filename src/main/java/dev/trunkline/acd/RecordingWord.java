package dev.trunkline.acd;

import dev.trunkline.shared.json.Words;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A recording policy in the database. */
@Converter
public final class RecordingWord implements AttributeConverter<Queue.@Nullable Recording, @Nullable String> {
    @Override
    public @Nullable String convertToDatabaseColumn(Queue.@Nullable Recording value) {
        return Words.ofNullable(value);
    }

    @Override
    public Queue.@Nullable Recording convertToEntityAttribute(@Nullable String word) {
        return word == null ? null : Words.parse(Queue.Recording.class, word, "recording");
    }
}
