package dev.trunkline.acd;

import dev.trunkline.call.QueueDefinition.Strategy;
import dev.trunkline.shared.json.Words;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Who is rung, in the database. */
@Converter
public final class StrategyWord implements AttributeConverter<@Nullable Strategy, @Nullable String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Strategy value) {
        return Words.ofNullable(value);
    }

    @Override
    public @Nullable Strategy convertToEntityAttribute(@Nullable String word) {
        return word == null ? null : Words.parse(Strategy.class, word, "strategy");
    }
}
