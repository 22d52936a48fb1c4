package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of its own, without a network. */
final class Browser implements AutoCloseable {

  private static final String REQUIRED = "COTSIM_REQUIRE_BROWSER";
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--allow-file-access-from-files",
          "--window-size=1200,1000");

  /** Held, or the setting would be lost; it warns of a part of Selenium that is not used here. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium.devtools");

  private static final Logger CHROMIUM = Logger.getLogger("org.openqa.selenium.chromium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts a browser; skips the test where there is none.
   *
   * @param profile an empty folder
   */
  static Browser start(Path profile) {
    Optional<File> browser = BROWSERS.stream().flatMap(Browser::onPath).findFirst();
    Optional<File> control = onPath("chromedriver").findFirst();
    boolean there = browser.isPresent() && control.isPresent();
    if (System.getenv(REQUIRED) != null) {
      assertThat(there).as("%s is set, but chromium or chromedriver is missing", REQUIRED).isTrue();
    }
    assumeTrue(there, "SKIPPED: no chromium and chromedriver here, so no page was tried in one");
    SELENIUM.setLevel(Level.SEVERE);
    CHROMIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow());
    options.addArguments(ARGUMENTS);
    options.addArguments("--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(control.orElseThrow()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Stream<File> onPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toFile);
  }

  void open(Path page) {
    open(page, "");
  }

  /** Opens a page at an address such as {@code #step=3}. */
  void open(Path page, String place) {
    driver.get("about:blank");
    driver.get(page.toUri() + place);
  }

  /** Opens what a server has. */
  void open(String address) {
    driver.get(address);
  }

  /** The text that a reader sees. */
  String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  void press(Keys key) {
    driver.findElement(By.cssSelector("body")).sendKeys(key);
  }

  void press(String selector, CharSequence key) {
    driver.findElement(By.cssSelector(selector)).sendKeys(key);
  }

  /** Goes into a frame of the page. */
  void enterFrame(String selector) {
    driver.switchTo().frame(driver.findElement(By.cssSelector(selector)));
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script that calls its last argument with what it found. */
  Object runAsync(String script) {
    return driver.executeAsyncScript(script);
  }

  /** Sets what the reader prefers, such as {@code prefers-color-scheme}. */
  void prefer(Map<String, String> features) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            features.entrySet().stream()
                .map(one -> Map.of("name", one.getKey(), "value", one.getValue()))
                .toList()));
  }

  /** The page on paper, as PDF, without the option to print backgrounds. */
  byte[] print() {
    Map<String, Object> printed =
        driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", false));
    return Base64.getDecoder().decode((String) printed.get("data"));
  }

  void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** What the console was told since the last call: errors and warnings. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
