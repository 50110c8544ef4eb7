package dev.trunkline.shared.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.shared.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
    @Test
    void aChineseNameIsFoundByAnyTwoCharactersAndByHowItIsReadFromAnyOfThem() {
        assertThat(new SearchTokens().name("张伟明").tokens())
                .contains("张伟", "伟明", "明", "zhangweiming", "weiming", "ming", "zwm", "wm");
    }

    @ParameterizedTest
    @CsvSource({
        "单雄信, shanxiongxin",
        "曾国藩, zengguofan",
        "解晓东, xiexiaodong",
        "仇英, qiuying",
        "查良镛, zhaliangyong",
        "万俟卨, moqixie",
        "尉迟恭, yuchigong",
        "重庆, chongqing",
        "长沙, changsha",
        "银行, yinhang",
        "乐山, leshan"
    })
    void whatIsReadInSeveralWaysIsFoundByTheRightOne(String name, String pinyin) {
        assertThat(new SearchTokens().name(name).tokens()).contains(pinyin);
    }

    @ParameterizedTest
    @CsvSource({"单雄信, shan", "曾国藩, zeng", "解晓东, xie", "翟志刚, zhai"})
    void aSurnameIsReadAsOne(String name, String surname) {
        assertThat(SearchName.of(name).pinyin()).startsWith(surname);
    }

    @Test
    void namesHaveThreeFormsToBeginWith() {
        assertThat(SearchName.of("Zoë  O'Neill")).isEqualTo(new SearchName("zoeoneill", null, "zon"));
        assertThat(SearchName.of("ＡＢ咖啡 (上海)")).isEqualTo(new SearchName("ab咖啡上海", "abkafeishanghai", "akfsh"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "_", "'", "\\", "'; drop table customer; --", "\0", "😀", "\uD800", " \t\n", "&|!():*<->"})
    void nothingThatIsTypedHasAMeaningOfItsOwn(String typed) {
        SearchText text = SearchText.of(typed);
        assertThat(text.beginning()).matches("[\\p{L}\\p{N}]*");
        assertThat(String.valueOf(text.words()))
                .matches("(null|'[\\p{L}\\p{N}]+'(:\\*)?( & '[\\p{L}\\p{N}]+'(:\\*)?)*)");
    }

    @Test
    void tooMuchIsRefused() {
        assertThatThrownBy(() -> SearchText.of("x".repeat(10_240))).isInstanceOf(Problem.class);
    }

    @Test
    void shortWordsWaitForLongerOnes() {
        assertThat(SearchText.of("zh").words()).isNull();
        assertThat(SearchText.of("zhang w").words()).isEqualTo("'zhang':*");
        assertThat(SearchText.of("zhang w").shortWords()).isEqualTo("'w':*");
        assertThat(SearchText.of("张伟明").words()).isEqualTo("'张伟' & '伟明'");
        assertThat(SearchText.of("张").words()).isEqualTo("'张':*");
    }

    @ParameterizedTest
    @CsvSource({"138 0013, 1380013", "(010) 6552, 106552", "+86-138, 86138", "0086138, 86138"})
    void partsOfNumbersAreDigits(String typed, String digits) {
        assertThat(SearchText.of(typed).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "x138", "", "a1b2c3"})
    void whatIsNoNumberHasNoDigits(String typed) {
        assertThat(SearchText.of(typed).digits()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "张伟明, 伟明, 1, 3",
        "张伟明, weim, 1, 3",
        "张伟明, zw, 0, 2",
        "北京华信科技, huaxin, 2, 4",
        "Zoë Findme, zoe, 0, 3",
        "Mei Partfinder, part, 4, 8",
        "ABＣ公司, abc, 0, 3"
    })
    void whatWasFoundIsMarkedWhereItStands(String text, String typed, int from, int to) {
        assertThat(Marks.of(text, SearchText.of(typed)).marks()).containsExactly(new Marked.Mark(from, to));
    }

    @Test
    void digitsAreMarkedAcrossTheSignsBetweenThem() {
        assertThat(Marks.ofNumber("138 0013-8101", "00138").marks()).containsExactly(new Marked.Mark(4, 10));
        assertThat(Marks.ofNumber("138 0013-8101", "999").marks()).isEmpty();
    }

    @Test
    void aNameOfManyReadingsHasFewForms() {
        Set<String> tokens = new SearchTokens().name("行长重乐朝都大会传".repeat(20)).tokens();
        assertThat(tokens).hasSizeLessThan(200 * 10);
        assertThat(tokens).allMatch(token -> token.length() <= 16);
    }

    @Test
    void anEmptyTextIsAnEmptyVector() {
        assertThat(new SearchTokens().name(null).text(" ,. ").vector()).isEmpty();
        assertThat(List.of(Objects.requireNonNull(SearchName.of("!").plain()))).containsExactly("");
    }
}
