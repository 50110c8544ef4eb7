package dev.trunkline.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * How long a page takes from the message of a pop to the frame after the one that has caller and customer in it; for pops of
 * one known customer.
 */
final class PopPaint {
    private static final String WATCH = """
            window.popPaints = [];
            window.WebSocket = class extends window.WebSocket {
              constructor(...all) {
                super(...all);
                this.addEventListener('message', (told) => {
                  const message = JSON.parse(told.data);
                  if (message.type !== 'pop' || message.customers?.length !== 1) return;
                  const began = performance.now();
                  const name = message.customers[0].name;
                  const shows = (selector) => document.querySelector(selector)?.textContent.includes(name);
                  if (shows('.desk-call .call-head')) return;
                  const look = () => {
                    if (shows('.desk-call .call-head') && shows('.desk-customer-head')) {
                      requestAnimationFrame(() => window.popPaints.push(performance.now() - began));
                    } else if (performance.now() - began < 10000) {
                      requestAnimationFrame(look);
                    }
                  };
                  look();
                });
              }
            };
            """;

    private final Page page;

    private PopPaint(Page page) {
        this.page = page;
    }

    /** Watches the page from its next opening on. */
    static PopPaint watch(Page page) {
        page.addInitScript(WATCH);
        return new PopPaint(page);
    }

    /** Those since the page was opened, in milliseconds. */
    List<Double> milliseconds() {
        return ((List<?>) page.evaluate("window.popPaints"))
                .stream().map(time -> ((Number) time).doubleValue()).toList();
    }
}
