package org.cotsim.languages.oracle;

import java.util.Arrays;

/**
 * A two-way infinite tape of symbol indices, 0 being the blank, in an array that grows both ways.
 */
final class Tape {

  private int[] cells;
  private int origin; // where cell 0 lies in the array
  private int head; // where the head lies in the array
  private int lowest; // the part of the array that the head has visited or the input covers
  private int highest;

  Tape(int[] content) {
    int room = Math.max(16, content.length);
    cells = new int[content.length + 2 * room];
    origin = room;
    head = room;
    lowest = room;
    highest = room + Math.max(content.length - 1, 0);
    System.arraycopy(content, 0, cells, room, content.length);
  }

  int read() {
    return cells[head];
  }

  void write(int symbol) {
    cells[head] = symbol;
  }

  void move(int shift) {
    head += shift;
    if (head < lowest) {
      lowest = head;
    } else if (head > highest) {
      highest = head;
    } else {
      return;
    }
    if (head == 0 || head == cells.length - 1) {
      grow();
    }
  }

  private void grow() {
    int room = cells.length / 2;
    int[] wider = new int[Math.addExact(cells.length, 2 * room)];
    System.arraycopy(cells, 0, wider, room, cells.length);
    cells = wider;
    origin += room;
    head += room;
    lowest += room;
    highest += room;
  }

  int head() {
    return head - origin;
  }

  int lowest() {
    return lowest - origin;
  }

  int highest() {
    return highest - origin;
  }

  int at(int cell) {
    long index = (long) cell + origin;
    return index < 0 || index >= cells.length ? 0 : cells[(int) index];
  }

  long nonBlank() {
    return Arrays.stream(cells, lowest, highest + 1).filter(symbol -> symbol != 0).count();
  }
}
