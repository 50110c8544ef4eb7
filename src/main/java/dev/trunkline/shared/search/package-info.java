/** Finding things by what people type: words, any two Chinese characters, pinyin and its initials. */
@org.jspecify.annotations.NullMarked
package dev.trunkline.shared.search;
