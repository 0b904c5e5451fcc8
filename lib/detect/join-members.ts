/**
 * Groups of members that grow by joining, and never put together what a person has split. Union-find
 * by size; each group carries the members it must not meet.
 */
export class MemberGroups {
  private readonly parent = new Map<string, string>();
  private readonly size = new Map<string, number>();
  private readonly apart = new Map<string, Set<string>>();

  constructor(members: Iterable<string>, separations: ReadonlyArray<readonly [string, string]>) {
    for (const member of members) {
      this.parent.set(member, member);
      this.size.set(member, 1);
    }
    for (const [a, b] of separations) {
      if (!this.parent.has(a) || !this.parent.has(b)) continue;
      this.keepApart(a, b);
      this.keepApart(b, a);
    }
  }

  private keepApart(member: string, other: string): void {
    const others = this.apart.get(member);
    if (others) others.add(other);
    else this.apart.set(member, new Set([other]));
  }

  /** The member that stands for the group; an unknown member stands for itself. */
  find(member: string): string {
    let root = member;
    for (let up = this.parent.get(root); up !== undefined && up !== root; up = this.parent.get(root)) root = up;
    for (let at = member; at !== root; ) {
      const up = this.parent.get(at) ?? root;
      this.parent.set(at, root);
      at = up;
    }
    return root;
  }

  /** Joins two groups. @returns false where a person has split members of theirs, or one is unknown. */
  join(a: string, b: string): boolean {
    let large = this.find(a);
    let small = this.find(b);
    if (large === small) return true;
    if (!this.parent.has(large) || !this.parent.has(small)) return false;
    if ((this.size.get(large) ?? 0) < (this.size.get(small) ?? 0)) [large, small] = [small, large];
    const unwanted = this.apart.get(small) ?? new Set<string>();
    for (const member of unwanted) if (this.find(member) === large) return false;
    this.parent.set(small, large);
    this.size.set(large, (this.size.get(large) ?? 0) + (this.size.get(small) ?? 0));
    for (const member of unwanted) this.keepApart(large, member);
    this.apart.delete(small);
    return true;
  }

  /** All groups, members in the order they were given. */
  list(): string[][] {
    const groups = new Map<string, string[]>();
    for (const member of this.parent.keys()) {
      const root = this.find(member);
      const group = groups.get(root);
      if (group) group.push(member);
      else groups.set(root, [member]);
    }
    return [...groups.values()];
  }
}
