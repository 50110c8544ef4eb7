package dev.trunkline.call.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 99",
        "bytes=10-, 10, 999",
        "bytes=-1, 999, 999",
        "bytes=-5000, 0, 999",
        "bytes=990-5000, 990, 999",
        "' bytes = 3 - 4 ', 3, 4",
    })
    void aPart(String header, long first, long last) throws Exception {
        assertThat(ByteRange.parse(header, 1000)).isEqualTo(new ByteRange(first, last));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes=-",
                "lines=1-2",
                "bytes=5-4",
                "bytes=0-1,5-6",
                "bytes=a-b",
                "bytes=99999999999999999999-",
            })
    void whatIsNoRangeMeansTheWholeFile(String header) throws Exception {
        assertThat(ByteRange.parse(header, 1000)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0"})
    void beyondTheEnd(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 1000)).isInstanceOf(ByteRange.Unsatisfiable.class);
    }
}
