package dev.trunkline.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/customers",
                "/customers/01a20145-535a-7415-8225-6b8c9e8b1ce7",
                "/quality",
                "/apiary",
                "/calls/pbx1-1795318873.0"
            })
    void thePagesAddressesShowThePage(String path) {
        assertThat(PageRoutes.pageAddress(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/nope",
                "/api",
                "/q/health",
                "/q",
                "/assets/index-1a2b.js",
                "/favicon.svg",
                "/manifest.webmanifest",
                "/icons/icon-192.png",
                "/@vite/client"
            })
    void otherAddressesAreLeftAlone(String path) {
        assertThat(PageRoutes.pageAddress(path)).isFalse();
    }
}
