// SPDX-License-Identifier: Apache-2.0

/// A week's rota as one HTML file that needs nothing else: to read on a screen, and to print on A4.
public enum RotaPage {
  /// The whole document, UTF-8, without scripts or outside references. The same content gives the same
  /// bytes.
  public static func html(_ content: RotaPageContent) -> String { "" }
}
